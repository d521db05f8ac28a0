import type { Told, TraceStep } from "../rule/index.ts";
import { contains, locationOf, type Span } from "../source/index.ts";
import {
  all,
  atomTruth,
  chainOf,
  type Doubt,
  describe,
  doubtsOf,
  type Evidence,
  evidenceOf,
  isFalse,
  not,
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
  told: Told,
  fails: Truth,
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
    told.because?.map((value) => ({ value })) ?? evidenceOf(fails, outcome);
  for (const { value, span, note } of evidence) {
    // What an undecided condition compares with, its text already says.
    if (outcome === undefined && value?.kind === "literal" && value.origin?.kind === "written") continue;
    if (note !== undefined) add(note, span ?? value?.origin?.span);
    else if (value) addChain(value, at, add);
  }
  for (const { text, span, side } of conditionsOf(exists))
    add(`${SIDES[side]} ${text}${side === "without" ? " is false" : ""}`, span);
  for (const { message, at: place } of told.related ?? []) add(message, spanOfRelated(place));
  return [...steps.values()];
}

const SIDES = {
  with: "deployed only under the condition",
  without: "deployed only where",
  unclear: "whether it is deployed depends on",
};

/** What keeps it open whether something exists: a condition that it takes, one that rules it out, or something that is neither. */
function conditionsOf(exists: Truth): readonly (Doubt & { readonly side: keyof typeof SIDES })[] {
  const atoms = new Map<string, Truth>();
  const visit = (side: Truth): void => {
    if (side.kind !== "branch") return;
    atoms.set(side.atom.text, atomTruth(side.atom));
    visit(side.then);
    visit(side.otherwise);
  };
  visit(exists);
  const sideOf = (condition: Truth | undefined): keyof typeof SIDES => {
    if (condition && isFalse(all(exists, not(condition)))) return "with";
    return condition && isFalse(all(exists, condition)) ? "without" : "unclear";
  };
  return doubtsOf(exists)
    .slice(0, MOST_STEPS)
    .map((doubt) => ({ ...doubt, side: sideOf(atoms.get(doubt.text)) }))
    .sort((a, b) => Number(a.side === "unclear") - Number(b.side === "unclear"));
}

function addChain(value: Value, at: Span, add: (message: string, span: Span) => void): void {
  let isFirst = true;
  let before = "";
  // An arm that a default chose stands where the finding points, or in a conditional that the chain has named already.
  const expressions: Span[] = [at];
  for (const step of chainOf(value.origin)) {
    const isArm = !isFirst && step.kind === "written" && expressions.some((one) => contains(one, step.span));
    const repeats = step.label === before || isArm;
    before = step.label;
    if (step.kind === "written") expressions.push(step.span);
    if (repeats || saysNothing(step, value, at, isFirst)) continue;
    const text = phrase(step, value);
    add(
      isFirst && step.kind !== "default" && !isUnanswered(step, value)
        ? `${shortened(nameOf(value))}, ${text}`
        : text,
      step.span,
    );
    isFirst = false;
  }
}

/** What the finding's own place shows, what repeats the name, and that an id is made by the cloud, nobody needs to read. */
function saysNothing({ kind, label, span }: Origin, value: Value, at: Span, isFirst: boolean): boolean {
  if (kind === "computed") return value.via !== undefined;
  if (!isFirst) return false;
  if (kind === "written") return contains(at, span) || value.kind === "symbol";
  if (kind !== "reference") return false;
  const name = nameOf(value);
  return label === name || (contains(at, span) && label.startsWith(name) && value.via !== undefined);
}

function phrase(step: Origin, value: Value): string {
  const { kind, label, basis } = step;
  switch (kind) {
    case "written":
      return "written here";
    case "reference":
      return `from ${label}`;
    case "input":
      return isUnanswered(step, value)
        ? `${shortened(nameOf(value))} is given no value`
        : `given by ${label}`;
    case "input-default":
      return `by ${label}`;
    case "default":
      return `not set: the default is ${shortened(nameOf(value))} (${basis ?? label})`;
    case "computed":
      return "known only after deployment";
  }
}

/** An input that nobody gave a value. */
function isUnanswered({ kind }: Origin, value: Value): boolean {
  return kind === "input" && value.kind === "symbol";
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
