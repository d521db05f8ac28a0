import type { Span } from "../../source/index.ts";
import { all, any, doubtsOf, given, outcomeOf, type Truth, when, yes } from "../../value/index.ts";
import type { ReachPath, ReachStep } from "./view.ts";

/** A stretch of the way, or all of it: whether a packet gets through, and what it meets. */
export interface Leg {
  readonly allowed: Truth;
  readonly path: ReachPath | null;
  /** The path where something is taken for granted; the same as `path` when left out. */
  readonly pathGiven?: ((premise: Truth) => ReachPath | null) | undefined;
  /** Put into words only when somebody asks: most answers are only counted. */
  readonly steps: Steps;
}

/** What steps are told about. */
interface Telling {
  /** What is taken for granted. */
  readonly premise?: Truth | undefined;
  /** The name of what the packet is sent to: alike destinations share a way, but not the words. */
  readonly to?: string;
}

type Steps = (telling: Telling) => readonly ReachStep[];

export const NO_STEPS: Steps = () => [];

/** What stands there when a truth is yes, and when it is no. */
export type Texts = (telling: Telling) => { readonly yes: string; readonly no: string };

type Place = Span | undefined | (() => Span | undefined);

const EFFECT = { true: "allows", false: "blocks", unknown: "unknown" } as const;
const DECIDES = { true: "decides", false: "decides", unknown: "unknown" } as const;

/** One step whose truth is whether it lets the packet pass. */
export function leg(allowed: Truth, texts: Texts, span?: Place, path: ReachPath | null = null): Leg {
  return { allowed, path, steps: (telling) => [step(allowed, texts, telling, EFFECT, span)] };
}

function under(truth: Truth, premise: Truth | undefined): Truth {
  return premise ? given(truth, premise) : truth;
}

function step(
  stated: Truth,
  texts: Texts,
  telling: Telling,
  effects: Readonly<Record<"true" | "false" | "unknown", ReachStep["effect"]>>,
  place?: Place,
): ReachStep {
  const truth = under(stated, telling.premise);
  const outcome = outcomeOf(truth);
  const span = typeof place === "function" ? place() : place;
  const at = span ? { span } : {};
  const { yes, no } = texts(telling);
  if (outcome === "true") return { message: yes, effect: effects.true, ...at };
  if (outcome === "false") return { message: no, effect: effects.false, ...at };
  const [doubt] = doubtsOf(truth);
  const where = span ?? doubt?.span;
  const why = doubt ? `: it depends on ${doubt.text}` : "";
  return {
    message: `It cannot be told whether ${lowered(yes)}${why}.`,
    effect: "unknown",
    ...(where && { span: where }),
  };
}

/** A sentence without its full stop, to stand inside another one. */
function lowered(sentence: string): string {
  const text = sentence.replace(/\.$/, "");
  return /^(?!Azure)[A-Z][a-z-]* /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** A remark that lets nothing in or out by itself. */
export function decides(message: string, span?: Span): ReachStep {
  return { message, effect: "decides", ...(span && { span }) };
}

/** One stretch after the other: the packet stops at the first that surely blocks. */
export function along(path: ReachPath | null, ...stretches: readonly (Leg | (() => Leg))[]): Leg {
  const met: Leg[] = [];
  // What surely lets the packet pass adds nothing to the conjunction: most of what is met is of that kind.
  const open: Truth[] = [];
  for (const stretch of stretches) {
    const one = typeof stretch === "function" ? stretch() : stretch;
    met.push(one);
    const outcome = outcomeOf(one.allowed);
    if (outcome !== "true") open.push(one.allowed);
    if (outcome === "false") break;
  }
  const [only = yes()] = open;
  return {
    allowed: open.length < 2 ? only : all(...open),
    path,
    steps: (telling) => met.flatMap((one) => one.steps(telling)),
  };
}

/** The way forks: which branch the packet takes is decided before it sets out, and there is no way back. */
export function fork(taken: Truth, texts: Texts, first: () => Leg, second: () => Leg, span?: Place): Leg {
  const outcome = outcomeOf(taken);
  const told = (telling: Telling): ReachStep => step(taken, texts, telling, DECIDES, span);
  if (outcome !== "unknown") {
    const chosen = outcome === "true" ? first() : second();
    return {
      ...chosen,
      steps: (telling) => [told({ ...telling, premise: undefined }), ...chosen.steps(telling)],
    };
  }
  const [a, b] = [first(), second()];
  const allowed = when(taken, a.allowed, b.allowed);
  return {
    allowed,
    path: a.path === b.path ? a.path : null,
    pathGiven: (premise) => {
      const known = outcomeOf(given(taken, premise));
      const [first_, second_] = [pathOf(a, premise), pathOf(b, premise)];
      if (known !== "unknown") return known === "true" ? first_ : second_;
      return first_ === second_ ? first_ : null;
    },
    steps: (telling) => {
      const { premise } = telling;
      const known = outcomeOf(under(taken, premise));
      if (known === "false") return [told(telling), ...b.steps(telling)];
      const both = known === "unknown" && outcomeOf(under(allowed, premise)) === "unknown";
      return [told(telling), ...a.steps(telling), ...(both ? b.steps(telling) : [])];
    },
  };
}

/** The path of a leg where something is taken for granted. */
export function pathOf({ path, pathGiven }: Leg, premise: Truth): ReachPath | null {
  return pathGiven ? pathGiven(premise) : path;
}

/** Any one of several ways in is enough. */
export function either(path: ReachPath | null, ...ways: readonly Leg[]): Leg {
  const [only] = ways;
  return {
    allowed: ways.length === 1 && only ? only.allowed : any(...ways.map((way) => way.allowed)),
    path,
    steps: (telling) => {
      const through = ways.find((way) => outcomeOf(under(way.allowed, telling.premise)) === "true");
      return through ? through.steps(telling) : ways.flatMap((way) => way.steps(telling));
    },
  };
}
