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

/** What is taken for granted of one unknown. Changed in place: what is excluded may be a long list. */
interface Facts {
  is: Member | undefined;
  /** The spelling without case that it has, and those that it has not. */
  like: string | undefined;
  readonly unlike: Set<string>;
  readonly isNot: Set<string>;
  /** What it may still be, where that is known. */
  left: readonly Member[] | undefined;
}

/** What is taken for granted on one way down a decision tree: grows on the way down, shrinks on the way back. */
export class Assumptions {
  /** Taken back by being undefined: a map that entries go out of all the time is laid out anew all the time. */
  readonly #atoms = new Map<string, boolean | undefined>();
  readonly #facts = new Map<string, Facts>();

  /** Whether a condition follows from what is assumed; undefined when it does not. */
  decide(atom: Atom): boolean | undefined {
    const assumed = this.#atoms.get(atom.key);
    if (assumed !== undefined || !atom.is) return assumed;
    const facts = this.#of(atom.is);
    return decideBy(facts, atom.is) ?? decideAmong(remaining(facts, atom.is.domain), atom.is);
  }

  /** Runs something while a condition, which is not decided yet, is taken to be true or false. */
  under<T>(atom: Atom, value: boolean, run: () => T): T {
    this.#atoms.set(atom.key, value);
    const undo = atom.is && narrow(this.#of(atom.is), atom.is, value);
    const result = run();
    undo?.();
    this.#atoms.set(atom.key, undefined);
    return result;
  }

  #of({ subject }: Membership): Facts {
    const known = this.#facts.get(subject);
    if (known) return known;
    const nothing: Facts = {
      is: undefined,
      like: undefined,
      unlike: new Set(),
      isNot: new Set(),
      left: undefined,
    };
    this.#facts.set(subject, nothing);
    return nothing;
  }
}

function decideBy(facts: Facts, { member, anySpelling }: Membership): boolean | undefined {
  if (facts.is) return matches(facts.is, member, anySpelling);
  if (facts.unlike.has(member.folded)) return false;
  if (facts.like !== undefined && facts.like !== member.folded) return false;
  if (anySpelling) return facts.like === undefined ? undefined : true;
  return facts.isNot.has(member.key) ? false : undefined;
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
  if (!facts.left) return domain?.filter((one) => possible(facts, one));
  if (!domain) return facts.left;
  const keys = new Set(facts.left.map((one) => one.key));
  return domain.filter((one) => keys.has(one.key));
}

function possible(facts: Facts, one: Member): boolean {
  if (facts.isNot.has(one.key) || facts.unlike.has(one.folded)) return false;
  return facts.like === undefined || facts.like === one.folded;
}

/** Takes a comparison into the facts, and gives what takes it out again. */
function narrow(facts: Facts, membership: Membership, value: boolean): () => void {
  const { member, anySpelling, domain } = membership;
  const { is, like, left } = facts;
  const excluded = anySpelling ? facts.unlike : facts.isNot;
  const name = anySpelling ? member.folded : member.key;
  facts.left = remaining(facts, domain)?.filter((one) => matches(one, member, anySpelling) === value);
  facts.is = value && !anySpelling ? member : facts.left?.length === 1 ? facts.left[0] : undefined;
  if (value) facts.like = member.folded;
  else excluded.add(name);
  return () => {
    Object.assign(facts, { is, like, left });
    if (!value) excluded.delete(name);
  };
}

function matches(one: Member, member: Member, anySpelling: boolean): boolean {
  return anySpelling ? one.folded === member.folded : one.key === member.key;
}
