import type { Resource } from "../model/index.ts";
import { all, any, anyOf, isFalse, isTrue, no, not, type Truth, type Value, yes } from "../value/index.ts";

/** One of several things, with the condition under which it is there. */
export interface Member<V> {
  readonly is: V;
  readonly holds: Truth;
}

/**
 * Things of which not all need be known: those that are seen, each with its condition, and whether there may be more. Questions
 * are asked through `some` and `every`, so that neither a condition nor what cannot be seen is forgotten. Iterating gives the things
 * that are seen, whatever their condition.
 */
export class Members<V> implements Iterable<V> {
  static readonly none: Members<never> = new Members([]);
  /** Those that may be there. */
  readonly seen: readonly Member<V>[];
  /** Whether there are more than these: false when these are all, else unknown with the reason. */
  readonly more: Truth;
  #all: readonly V[] | undefined;

  constructor(seen: readonly Member<V>[], more: Truth = no()) {
    this.seen = seen.length > 0 && seen.some(isGone) ? seen.filter((one) => !isGone(one)) : seen;
    this.more = more;
  }

  /** The things of all of them. */
  static union<V>(parts: readonly Members<V>[]): Members<V> {
    if (parts.length <= 1) return parts[0] ?? Members.none;
    return new Members(
      parts.flatMap(({ seen }) => seen),
      anyOf(parts.map(({ more }) => more)),
    );
  }

  static of<V>(things: readonly V[]): Members<V> {
    return new Members(things.map((is) => ({ is, holds: yes() })));
  }

  /** Whether there is one for which the answer is yes; without a question, whether there is any. */
  some(question?: (it: V) => Truth): Truth {
    if (this.seen.length === 0) return this.more;
    const truths = this.seen.map(({ is, holds }) => (question ? both(holds, question(is)) : holds));
    if (isNever(this.more) && truths.length <= 1) return truths[0] ?? this.more;
    truths.push(this.more);
    return anyOf(truths);
  }

  /** Whether the answer is yes for all of them; true when there is none. */
  every(question: (it: V) => Truth): Truth {
    return not(this.some((it) => not(question(it))));
  }

  /** Those that are there in every world. */
  get sure(): readonly V[] {
    return this.seen.filter(({ holds }) => isTrue(holds)).map(({ is }) => is);
  }

  get size(): number {
    return this.seen.length;
  }

  map<W>(change: (it: V) => W): Members<W> {
    return new Members(
      this.seen.map(({ is, holds }) => ({ is: change(is), holds })),
      this.more,
    );
  }

  flatMap<W>(change: (it: V) => Members<W>): Members<W> {
    const only = this.seen[0];
    if (!only) return new Members<W>([], this.more);
    if (this.seen.length === 1 && isAlways(only.holds) && isNever(this.more)) return change(only.is);
    const inner = this.seen.map(({ is, holds }) => ({ holds, members: change(is) }));
    return new Members(
      inner.flatMap(({ holds, members }) =>
        members.seen.map((one) => ({ is: one.is, holds: both(holds, one.holds) })),
      ),
      any(this.more, ...inner.map(({ holds, members }) => both(holds, members.more))),
    );
  }

  where(question: (it: V) => Truth): Members<V> {
    return new Members(
      this.seen.map(({ is, holds }) => ({ is, holds: both(holds, question(is)) })),
      this.more,
    );
  }

  and(other: Members<V>): Members<V> {
    return Members.union<V>([this, other]);
  }

  /** The same, with a reason why there may be more. */
  orMore(more: Truth): Members<V> {
    return new Members(this.seen, any(this.more, more));
  }

  [Symbol.iterator](): Iterator<V> {
    this.#all ??= this.seen.map(({ is }) => is);
    return this.#all.values();
  }
}

function isGone({ holds }: Member<unknown>): boolean {
  return isFalse(holds);
}

/** False, and nothing led to it. */
function isNever(truth: Truth): boolean {
  return truth.kind === "decided" && !truth.value && truth.evidence.length === 0;
}

/** Nearly every member is there without condition: then the other truth says it all. */
function both(holds: Truth, truth: Truth): Truth {
  return isAlways(holds) ? truth : all(holds, truth);
}

/** True, and nothing led to it. */
function isAlways(truth: Truth): boolean {
  return truth.kind === "decided" && truth.value && truth.evidence.length === 0;
}

/** A property that refers to something. At most one of the things is meant in each world. */
export interface Reference<V> {
  /** The id as it is written. */
  readonly value: Value;
  /** Whether anything is referred to, known or not. */
  readonly isSet: Truth;
  /** What it leads to; `more` is unknown where nobody can tell what the id leads to. */
  readonly to: Members<V>;
}

/** A property of a resource: where a finding can point. */
export interface Spot {
  readonly resource: Resource;
  /** ARM path; `[0]` after a list's name for one of its items. */
  readonly path: string;
}
