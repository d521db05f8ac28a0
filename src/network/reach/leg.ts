import type { Span } from "../../source/index.ts";
import { all, any, doubtsOf, outcomeOf, type Truth, when } from "../../value/index.ts";
import type { ReachPath, ReachStep } from "./view.ts";

/** A stretch of the way, or all of it: whether a packet gets through, and what it meets. */
export interface Leg {
  readonly allowed: Truth;
  readonly path: ReachPath | null;
  readonly steps: readonly ReachStep[];
}

/** What stands there when a truth is yes, and when it is no. */
export interface Texts {
  readonly yes: string;
  readonly no: string;
}

const EFFECT = { true: "allows", false: "blocks", unknown: "unknown" } as const;

/** One step whose truth is whether it lets the packet pass. */
export function leg(allowed: Truth, texts: Texts, span?: Span, path: ReachPath | null = null): Leg {
  return { allowed, path, steps: [step(allowed, texts, EFFECT, span)] };
}

function step(
  truth: Truth,
  texts: Texts,
  effects: Readonly<Record<"true" | "false" | "unknown", ReachStep["effect"]>>,
  span?: Span,
): ReachStep {
  const outcome = outcomeOf(truth);
  const place = span ? { span } : {};
  if (outcome === "true") return { message: texts.yes, effect: effects.true, ...place };
  if (outcome === "false") return { message: texts.no, effect: effects.false, ...place };
  const [doubt] = doubtsOf(truth);
  const at = span ?? doubt?.span;
  const why = doubt ? `: it depends on ${doubt.text}` : "";
  return {
    message: `It cannot be told whether ${lowered(texts.yes)}${why}.`,
    effect: "unknown",
    ...(at && { span: at }),
  };
}

/** A sentence without its full stop, to stand inside another one. */
function lowered(sentence: string): string {
  return sentence.replace(/\.$/, "").replace(/^(The|A|An|It|Nothing|No) /, (word) => word.toLowerCase());
}

/** A remark that lets nothing in or out by itself. */
export function decides(message: string, span?: Span): ReachStep {
  return { message, effect: "decides", ...(span && { span }) };
}

/** One stretch after the other: the packet stops at the first that surely blocks. */
export function along(path: ReachPath | null, ...stretches: readonly (Leg | (() => Leg))[]): Leg {
  const steps: ReachStep[] = [];
  const truths: Truth[] = [];
  for (const stretch of stretches) {
    const one = typeof stretch === "function" ? stretch() : stretch;
    steps.push(...one.steps);
    truths.push(one.allowed);
    if (outcomeOf(one.allowed) === "false") break;
  }
  return { allowed: all(...truths), path, steps };
}

/** The way forks: which branch the packet takes is decided before it sets out, and there is no way back. */
export function fork(taken: Truth, texts: Texts, first: () => Leg, second: () => Leg, span?: Span): Leg {
  const outcome = outcomeOf(taken);
  const told = step(taken, texts, { true: "decides", false: "decides", unknown: "unknown" }, span);
  if (outcome !== "unknown") {
    const chosen = outcome === "true" ? first() : second();
    return { ...chosen, steps: [told, ...chosen.steps] };
  }
  const [a, b] = [first(), second()];
  const allowed = when(taken, a.allowed, b.allowed);
  return {
    allowed,
    path: a.path === b.path ? a.path : null,
    steps: outcomeOf(allowed) === "unknown" ? [told, ...a.steps, ...b.steps] : [told, ...a.steps],
  };
}

/** Any one of several ways in is enough. */
export function either(path: ReachPath | null, ...ways: readonly Leg[]): Leg {
  const allowed = any(...ways.map((way) => way.allowed));
  const through = ways.find((way) => outcomeOf(way.allowed) === "true");
  return { allowed, path, steps: through ? through.steps : ways.flatMap((way) => way.steps) };
}
