import type { Judgement, TraceStep } from "../rule/index.ts";
import { contains, locationOf, type Span } from "../source/index.ts";
import {
  chainOf,
  describe,
  doubtsOf,
  type Evidence,
  evidenceOf,
  type Origin,
  type Truth,
  type Value,
} from "../value/index.ts";
import { spanOfRelated } from "./place.ts";

/** Steps above which an explanation stops explaining. */
const MOST_STEPS = 12;
/** Longer values are cut: a message names what decides, it does not repeat the input. */
const LONGEST_VALUE = 60;

/** The explanation of a verdict: the chains of the values that decide, the condition of existence, then related places. */
export function traceOf(
  judgement: Judgement,
  exists: Truth,
  outcome: boolean | undefined,
  at: Span,
): readonly TraceStep[] {
  const steps = new Map<string, TraceStep>();
  const add = (message: string, span?: Span): void => {
    const step: TraceStep = span ? { message, location: locationOf(span) } : { message };
    if (steps.size < MOST_STEPS) steps.set(`${span?.file.path}:${span?.start}:${message}`, step);
  };
  const evidence: readonly Evidence[] =
    judgement.because?.map((value) => ({ value })) ?? evidenceOf(judgement.fails, outcome);
  for (const { value, span, note } of evidence) {
    if (note !== undefined) add(note, span ?? value?.origin?.span);
    else if (value) addChain(value, at, add);
  }
  for (const doubt of doubtsOf(exists)) add(`deployed only under the condition ${doubt.text}`, doubt.span);
  for (const { message, at: place } of judgement.related ?? []) add(message, spanOfRelated(place));
  return [...steps.values()];
}

function addChain(value: Value, at: Span, add: (message: string, span: Span) => void): void {
  const chain = chainOf(value.origin);
  chain.forEach((step, position) => {
    // What is written at the finding's own place can be read there.
    if (step.kind === "written" && position === 0 && contains(at, step.span)) return;
    add(position === 0 ? `${shortened(describe(value))}${phrase(step, ", ")}` : phrase(step, ""), step.span);
  });
}

function phrase(step: Origin, joint: string): string {
  switch (step.kind) {
    case "written":
      return `${joint}written here`;
    case "reference":
      return `${joint}from ${step.label}`;
    case "input":
      return `${joint}given by ${step.label}`;
    case "input-default":
      return `${joint}by default of ${step.label}`;
    case "default":
      return `${joint}not set, this is the default (${step.basis ?? step.label})`;
    case "computed":
      return `${joint}known only after deployment`;
  }
}

function shortened(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;
}
