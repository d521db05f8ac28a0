import type { Span } from "../source/index.ts";

/** A known scalar as a possible value of an unknown. */
export interface Member {
  /** Its identity, type and case included. */
  readonly key: string;
  /** Its text without case and type, the same for all spellings that Azure takes for one: `true` and `"True"`. */
  readonly folded: string;
}

/**
 * One elementary condition that is not known. A comparison of an unknown with a literal names both, so that
 * `env == "dev"` excludes `env == "prod"`; conditions of any other kind only know themselves.
 */
export interface Atom {
  /** Its identity. */
  readonly key: string;
  /** As its author would write it. */
  readonly text: string;
  readonly span?: Span;
  readonly is?: Membership;
}

/** That an unknown is a certain value. */
export interface Membership {
  /** Identity of the unknown. */
  readonly subject: string;
  readonly member: Member;
  /** Whether any spelling of the member will do. */
  readonly anySpelling: boolean;
  /** Everything that the unknown may be, where that is known. */
  readonly domain?: readonly Member[];
}

/** What is taken for granted of one unknown. */
interface Facts {
  readonly is?: Member;
  /** The spelling without case that it has, and those that it has not. */
  readonly like?: string;
  readonly unlike: readonly string[];
  readonly isNot: readonly string[];
  /** What it may still be, where that is known. */
  readonly left?: readonly Member[];
}

const NOTHING: Facts = { unlike: [], isNot: [] };

/** What is taken for granted on one way down a decision tree: grows on the way down, shrinks on the way back. */
export class Assumptions {
  readonly #atoms = new Map<string, boolean>();
  readonly #facts = new Map<string, Facts>();

  /** Whether a condition follows from what is assumed; undefined when it does not. */
  decide(atom: Atom): boolean | undefined {
    const assumed = this.#atoms.get(atom.key);
    if (assumed !== undefined || !atom.is) return assumed;
    const facts = this.#facts.get(atom.is.subject) ?? NOTHING;
    return decideBy(facts, atom.is) ?? decideAmong(remaining(facts, atom.is.domain), atom.is);
  }

  /** Runs something while a condition is taken to be true or false. */
  under<T>(atom: Atom, value: boolean, run: () => T): T {
    this.#atoms.set(atom.key, value);
    const before = atom.is && this.#facts.get(atom.is.subject);
    if (atom.is) this.#facts.set(atom.is.subject, narrowed(before ?? NOTHING, atom.is, value));
    const result = run();
    this.#atoms.delete(atom.key);
    if (atom.is) this.#facts.set(atom.is.subject, before ?? NOTHING);
    return result;
  }
}

function decideBy(facts: Facts, { member, anySpelling }: Membership): boolean | undefined {
  if (facts.is) return matches(facts.is, member, anySpelling);
  if (facts.unlike.includes(member.folded)) return false;
  if (facts.like !== undefined && facts.like !== member.folded) return false;
  if (anySpelling) return facts.like === undefined ? undefined : true;
  return facts.isNot.includes(member.key) ? false : undefined;
}

function decideAmong(
  left: readonly Member[] | undefined,
  { member, anySpelling }: Membership,
): boolean | undefined {
  if (!left) return undefined;
  const fitting = left.filter((one) => matches(one, member, anySpelling)).length;
  if (fitting === 0) return false;
  return fitting === left.length ? true : undefined;
}

/** What an unknown may still be; a further domain narrows what is left. */
function remaining(facts: Facts, domain: readonly Member[] | undefined): readonly Member[] | undefined {
  if (!facts.left || !domain || facts.left === domain)
    return facts.left ?? domain?.filter((one) => possible(facts, one));
  const keys = new Set(facts.left.map((one) => one.key));
  return domain.filter((one) => keys.has(one.key));
}

function possible(facts: Facts, one: Member): boolean {
  if (facts.isNot.includes(one.key) || facts.unlike.includes(one.folded)) return false;
  return facts.like === undefined || facts.like === one.folded;
}

function narrowed(facts: Facts, membership: Membership, value: boolean): Facts {
  const { member, anySpelling, domain } = membership;
  const left = remaining(facts, domain)?.filter((one) => matches(one, member, anySpelling) === value);
  const only = left?.length === 1 ? left[0] : undefined;
  const is = value && !anySpelling ? member : only;
  return {
    ...facts,
    ...(left && { left }),
    ...(is && { is }),
    ...(value && { like: member.folded }),
    ...(!value && anySpelling && { unlike: [...facts.unlike, member.folded] }),
    ...(!value && !anySpelling && { isNot: [...facts.isNot, member.key] }),
  };
}

function matches(one: Member, member: Member, anySpelling: boolean): boolean {
  return anySpelling ? one.folded === member.folded : one.key === member.key;
}
