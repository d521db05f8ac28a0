import type { Span } from "../source/index.ts";
import { Assumptions, type Atom } from "./assumptions.ts";
import type { Value } from "./value.ts";

/** What led to a truth: the value that was looked at, or a place, with a remark on what it says. */
export interface Evidence {
  readonly value?: Value;
  readonly span?: Span;
  readonly note?: string;
}

/** Why something cannot be decided, in words for a reader, and where. */
export interface Doubt {
  readonly text: string;
  readonly span?: Span;
}

/**
 * A three-valued truth that keeps what it depends on: a small decision tree over conditions that nobody knows
 * before deployment. Two truths under the same condition combine exactly (a switch and an endpoint that come and
 * go together are judged together), and what cannot be put as a condition is `unknown` and absorbs.
 */
export type Truth =
  | { readonly kind: "decided"; readonly value: boolean; readonly evidence: readonly Evidence[] }
  | { readonly kind: "unknown"; readonly doubts: readonly Doubt[] }
  | { readonly kind: "branch"; readonly atom: Atom; readonly then: Truth; readonly otherwise: Truth };

export type Outcome = "true" | "false" | "unknown";

export function yes(...evidence: readonly Evidence[]): Truth {
  return { kind: "decided", value: true, evidence };
}

export function no(...evidence: readonly Evidence[]): Truth {
  return { kind: "decided", value: false, evidence };
}

export function decided(value: boolean, ...evidence: readonly Evidence[]): Truth {
  return { kind: "decided", value, evidence };
}

export function unknown(text: string, span?: Span): Truth {
  return { kind: "unknown", doubts: [span ? { text, span } : { text }] };
}

/** True exactly where the condition holds. */
export function atomTruth(atom: Atom, evidence: readonly Evidence[] = []): Truth {
  return { kind: "branch", atom, then: yes(...evidence), otherwise: no(...evidence) };
}

export function not(truth: Truth): Truth {
  switch (truth.kind) {
    case "decided":
      return { ...truth, value: !truth.value };
    case "unknown":
      return truth;
    case "branch":
      return { ...truth, then: not(truth.then), otherwise: not(truth.otherwise) };
  }
}

/** True when all are: one false decides, whatever is unknown. No truths at all: true. */
export function all(...truths: readonly Truth[]): Truth {
  return truths.length === 0 ? yes() : truths.reduce((a, b) => combine(a, b, conjunction));
}

/** True when one is: one true decides, whatever is unknown. No truths at all: false. */
export function any(...truths: readonly Truth[]): Truth {
  return not(all(...truths.map(not)));
}

/** `then` where the condition is true, `otherwise` where it is false. */
export function when(condition: Truth, then: Truth, otherwise: Truth): Truth {
  if (condition.kind === "decided") return condition.value ? then : otherwise;
  return any(all(condition, then), all(not(condition), otherwise));
}

/** The truth with evidence added to its decided leaves. */
export function because(truth: Truth, ...evidence: readonly Evidence[]): Truth {
  switch (truth.kind) {
    case "decided":
      return { ...truth, evidence: [...truth.evidence, ...evidence] };
    case "unknown":
      return truth;
    case "branch":
      return { ...truth, then: because(truth.then, ...evidence), otherwise: because(truth.otherwise, ...evidence) };
  }
}

/** The truth in the world where another one holds: a subject under a condition is judged as if it existed. */
export function given(truth: Truth, premise: Truth): Truth {
  return simplify(restrict(truth, premise, Assumptions.none));
}

function restrict(truth: Truth, premise: Truth, assumed: Assumptions): Truth {
  if (premise.kind !== "branch") return assumed.apply(truth);
  const known = assumed.decide(premise.atom);
  if (known !== undefined) return restrict(truth, known ? premise.then : premise.otherwise, assumed);
  const impossible = (side: Truth): boolean => side.kind === "decided" && !side.value;
  if (impossible(premise.otherwise)) return restrict(truth, premise.then, assumed.with(premise.atom, true));
  if (impossible(premise.then)) return restrict(truth, premise.otherwise, assumed.with(premise.atom, false));
  return {
    kind: "branch",
    atom: premise.atom,
    then: restrict(truth, premise.then, assumed.with(premise.atom, true)),
    otherwise: restrict(truth, premise.otherwise, assumed.with(premise.atom, false)),
  };
}

/** The one answer for all worlds, or unknown when worlds differ or one of them is unknown. */
export function outcomeOf(truth: Truth): Outcome {
  if (truth.kind === "decided") return truth.value ? "true" : "false";
  if (truth.kind === "unknown") return "unknown";
  const then = outcomeOf(truth.then);
  return then === outcomeOf(truth.otherwise) ? then : "unknown";
}

export function isTrue(truth: Truth): boolean {
  return outcomeOf(truth) === "true";
}

export function isFalse(truth: Truth): boolean {
  return outcomeOf(truth) === "false";
}

/** Evidence of the leaves with the given value, in the order in which it was gathered. */
export function evidenceOf(truth: Truth, value?: boolean): readonly Evidence[] {
  switch (truth.kind) {
    case "decided":
      return value === undefined || truth.value === value ? truth.evidence : [];
    case "unknown":
      return [];
    case "branch":
      return [...new Set([...evidenceOf(truth.then, value), ...evidenceOf(truth.otherwise, value)])];
  }
}

/** What keeps a truth from being decided: the conditions it branches on and the doubts of its leaves. */
export function doubtsOf(truth: Truth): readonly Doubt[] {
  const doubts = new Map<string, Doubt>();
  const visit = (side: Truth): void => {
    if (side.kind === "unknown") for (const doubt of side.doubts) doubts.set(doubt.text, doubt);
    if (side.kind !== "branch") return;
    doubts.set(side.atom.text, side.atom.span ? { text: side.atom.text, span: side.atom.span } : { text: side.atom.text });
    visit(side.then);
    visit(side.otherwise);
  };
  if (outcomeOf(truth) === "unknown") visit(truth);
  return [...doubts.values()];
}

/** Above this many nodes a tree is given up as unknown; real code stays in single figures. */
const MOST_NODES = 512;

type Connective = (a: Truth, b: Truth) => Truth;

/** Leaves of a conjunction; neither side is a branch. */
function conjunction(a: Truth, b: Truth): Truth {
  if (a.kind === "decided" && !a.value) return b.kind === "decided" && !b.value ? merged(a, b) : a;
  if (b.kind === "decided" && !b.value) return b;
  if (a.kind === "unknown") return b.kind === "unknown" ? { kind: "unknown", doubts: [...a.doubts, ...b.doubts] } : a;
  if (b.kind === "unknown") return b;
  return a.kind === "decided" && b.kind === "decided" ? merged(a, b) : a;
}

function merged(a: Truth & { kind: "decided" }, b: Truth & { kind: "decided" }): Truth {
  if (b.evidence.length === 0) return a;
  if (a.evidence.length === 0) return { ...a, evidence: b.evidence };
  return { ...a, evidence: [...new Set([...a.evidence, ...b.evidence])] };
}

function combine(a: Truth, b: Truth, connective: Connective): Truth {
  const budget = { left: MOST_NODES };
  return simplify(walk(a, b, connective, Assumptions.none, budget));
}

function walk(a: Truth, b: Truth, connective: Connective, assumed: Assumptions, budget: { left: number }): Truth {
  if (--budget.left < 0) return unknown("too many conditions decide this");
  if (a.kind === "branch") {
    const known = assumed.decide(a.atom);
    if (known !== undefined) return walk(known ? a.then : a.otherwise, b, connective, assumed, budget);
  }
  if (b.kind === "branch") {
    const known = assumed.decide(b.atom);
    if (known !== undefined) return walk(a, known ? b.then : b.otherwise, connective, assumed, budget);
  }
  if (a.kind !== "branch" && b.kind !== "branch") return connective(a, b);
  if (a.kind === "decided" && !a.value) return a;
  if (b.kind === "decided" && !b.value) return b;
  const atom = topAtom(a, b);
  return {
    kind: "branch",
    atom,
    then: walk(a, b, connective, assumed.with(atom, true), budget),
    otherwise: walk(a, b, connective, assumed.with(atom, false), budget),
  };
}

/** The smaller key first: trees over the same conditions get the same shape. */
function topAtom(a: Truth, b: Truth): Atom {
  if (a.kind !== "branch") return (b as Truth & { kind: "branch" }).atom;
  if (b.kind !== "branch") return a.atom;
  return a.atom.key <= b.atom.key ? a.atom : b.atom;
}

/** Drops branches whose sides say the same. */
function simplify(truth: Truth): Truth {
  if (truth.kind !== "branch") return truth;
  const then = simplify(truth.then);
  const otherwise = simplify(truth.otherwise);
  if (then.kind === "decided" && otherwise.kind === "decided" && then.value === otherwise.value) return merged(then, otherwise);
  if (then.kind === "unknown" && otherwise.kind === "unknown") return then;
  return { ...truth, then, otherwise };
}
