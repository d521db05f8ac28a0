import type { Span } from "../source/index.ts";
import type { Truth } from "./truth.ts";

/**
 * One elementary condition that is not known: `key` is its identity. A comparison of an unknown with a literal
 * names the unknown (`subject`) and the literal's key (`member`), so that `env == "dev"` excludes `env == "prod"`.
 */
export interface Atom {
  readonly key: string;
  readonly text: string;
  readonly span?: Span;
  readonly subject?: string;
  readonly member?: string;
  /** Keys of all values the subject may take, where its declaration says so. */
  readonly domain?: readonly string[];
}

interface SubjectFacts {
  readonly is?: string;
  readonly isNot: readonly string[];
}

/** What is taken for granted on one way down a decision tree. Immutable. */
export class Assumptions {
  static readonly none = new Assumptions(new Map(), new Map());
  readonly #atoms: ReadonlyMap<string, boolean>;
  readonly #subjects: ReadonlyMap<string, SubjectFacts>;

  private constructor(atoms: ReadonlyMap<string, boolean>, subjects: ReadonlyMap<string, SubjectFacts>) {
    this.#atoms = atoms;
    this.#subjects = subjects;
  }

  /** Whether an atom follows from what is assumed; undefined when it does not. */
  decide(atom: Atom): boolean | undefined {
    const known = this.#atoms.get(atom.key);
    if (known !== undefined || atom.subject === undefined || atom.member === undefined) return known;
    const facts = this.#subjects.get(atom.subject);
    if (facts?.is !== undefined) return facts.is === atom.member;
    if (facts?.isNot.includes(atom.member)) return false;
    if (!atom.domain) return undefined;
    const left = atom.domain.filter((member) => !facts?.isNot.includes(member));
    if (!left.includes(atom.member)) return false;
    return left.length === 1 ? true : undefined;
  }

  with(atom: Atom, value: boolean): Assumptions {
    const atoms = new Map(this.#atoms).set(atom.key, value);
    if (atom.subject === undefined || atom.member === undefined) return new Assumptions(atoms, this.#subjects);
    const before = this.#subjects.get(atom.subject) ?? { isNot: [] };
    const facts = value ? { ...before, is: atom.member } : { ...before, isNot: [...before.isNot, atom.member] };
    return new Assumptions(atoms, new Map(this.#subjects).set(atom.subject, facts));
  }

  /** A truth with everything cut away that the assumptions decide. */
  apply(truth: Truth): Truth {
    if (truth.kind !== "branch") return truth;
    const known = this.decide(truth.atom);
    if (known !== undefined) return this.apply(known ? truth.then : truth.otherwise);
    return {
      ...truth,
      then: this.with(truth.atom, true).apply(truth.then),
      otherwise: this.with(truth.atom, false).apply(truth.otherwise),
    };
  }
}
