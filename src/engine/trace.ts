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
  chainOf(value.origin).forEach((step, position) => {
    // What is written at the finding's own place can be read there; that an id is made by the cloud, everybody knows.
    if (step.kind === "written" && position === 0 && contains(at, step.span)) return;
    if (step.kind === "computed" && value.via) return;
    const text = phrase(step, value);
    add(position === 0 && step.kind !== "default" ? `${shortened(nameOf(value))}, ${text}` : text, step.span);
  });
}

function phrase({ kind, label, basis }: Origin, value: Value): string {
  switch (kind) {
    case "written":
      return "written here";
    case "reference":
      return `from ${label}`;
    case "input":
      return value.kind === "symbol" ? "which is given no value" : `given by ${label}`;
    case "input-default":
      return `by ${label}`;
    case "default":
      return `not set: the default is ${shortened(nameOf(value))} (${basis ?? label})`;
    case "computed":
      return "known only after deployment";
  }
}

/** A value that was read from a resource goes by that resource: an id says less than an address. */
function nameOf(value: Value): string {
  if (value.sensitive || !value.via) return describe(value);
  const { resource, attribute } = value.via;
  return attribute === "id" ? resource.address : `${resource.address}.${attribute}`;
}

function shortened(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;
}
