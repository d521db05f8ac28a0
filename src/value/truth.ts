import type { Span } from "../source/index.ts";
import type { Atom } from "./assumptions.ts";
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

/** A truth that depends on no condition any more. */
export type Leaf =
  | { readonly kind: "decided"; readonly value: boolean; readonly evidence: readonly Evidence[] }
  | { readonly kind: "unknown"; readonly doubts: readonly Doubt[] };

/** A truth that is one thing where a condition holds and another where it does not. */
export interface Branch {
  readonly kind: "branch";
  readonly atom: Atom;
  readonly then: Truth;
  readonly otherwise: Truth;
}

/**
 * A three-valued truth that keeps what it depends on: a small decision tree over conditions that nobody knows
 * before deployment. Two truths under the same condition combine exactly (a switch and an endpoint that come and
 * go together are judged together), and what cannot be put as a condition is `unknown` and absorbs.
 */
export type Truth = Leaf | Branch;

export type Outcome = "true" | "false" | "unknown";

/** Nothing led to these. */
export const YES: Leaf = { kind: "decided", value: true, evidence: [] };
export const NO: Leaf = { kind: "decided", value: false, evidence: [] };

export function yes(...evidence: readonly Evidence[]): Truth {
  return evidence.length === 0 ? YES : { kind: "decided", value: true, evidence };
}

export function no(...evidence: readonly Evidence[]): Truth {
  return evidence.length === 0 ? NO : { kind: "decided", value: false, evidence };
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
      if (truth.evidence.length === 0) return truth.value ? NO : YES;
      return { kind: "decided", value: !truth.value, evidence: truth.evidence };
    case "unknown":
      return truth;
    case "branch":
      return { ...truth, then: not(truth.then), otherwise: not(truth.otherwise) };
  }
}

/** The truth with evidence added to its decided leaves. */
export function because(truth: Truth, ...evidence: readonly Evidence[]): Truth {
  switch (truth.kind) {
    case "decided":
      return { ...truth, evidence: [...truth.evidence, ...evidence] };
    case "unknown":
      return truth;
    case "branch":
      return {
        ...truth,
        then: because(truth.then, ...evidence),
        otherwise: because(truth.otherwise, ...evidence),
      };
  }
}

/** The one answer for all worlds, or unknown when worlds differ or one of them is unknown. */
export function outcomeOf(truth: Truth): Outcome {
  if (truth.kind === "decided") return truth.value ? "true" : "false";
  if (truth.kind === "unknown") return "unknown";
  const then = outcomeOf(truth.then);
  return then !== "unknown" && then === outcomeOf(truth.otherwise) ? then : "unknown";
}

export function isTrue(truth: Truth): boolean {
  return truth.kind === "decided" ? truth.value : outcomeOf(truth) === "true";
}

export function isFalse(truth: Truth): boolean {
  return truth.kind === "decided" ? !truth.value : outcomeOf(truth) === "false";
}

/** Evidence of the leaves with the given value, in the order in which it was gathered. */
export function evidenceOf(truth: Truth, value?: boolean): readonly Evidence[] {
  const evidence = new Set<Evidence>();
  const visit = (side: Truth): void => {
    if (side.kind === "branch") {
      visit(side.then);
      visit(side.otherwise);
    } else if (side.kind === "decided" && (value === undefined || side.value === value)) {
      for (const one of side.evidence) evidence.add(one);
    }
  };
  visit(truth);
  return [...evidence];
}

/** What keeps a truth from being decided: the conditions it branches on and the doubts of its leaves. Empty when it is decided. */
export function doubtsOf(truth: Truth): readonly Doubt[] {
  const doubts = new Map<string, Doubt>();
  const add = (doubt: Doubt): void => {
    if (!doubts.has(doubt.text)) doubts.set(doubt.text, doubt);
  };
  const visit = (side: Truth): void => {
    if (side.kind === "unknown") side.doubts.forEach(add);
    if (side.kind !== "branch") return;
    const { text, span } = side.atom;
    add(span ? { text, span } : { text });
    visit(side.then);
    visit(side.otherwise);
  };
  if (outcomeOf(truth) === "unknown") visit(truth);
  return [...doubts.values()];
}
