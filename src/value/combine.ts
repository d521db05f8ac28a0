import { Assumptions, type Atom } from "./assumptions.ts";
import { takeEffort } from "./effort.ts";
import { type Doubt, type Evidence, type Leaf, NO, type Truth, unknown, YES } from "./truth.ts";

/** Branches above which a tree is given up as unknown; real code stays in single figures. */
const MOST_BRANCHES = 256;
/** Evidence and doubts of one leaf beyond this are dropped: nobody would read them, and gathering them must stay cheap. */
const MOST_REASONS = 16;

type Decided = Extract<Leaf, { readonly kind: "decided" }>;
type Undecided = Exclude<Leaf, Decided>;

/** A truth, or how to come by it: it is only asked for while nothing before it has decided. */
export type Asked = Truth | (() => Truth);

/** True when all are: one false decides, whatever is unknown. No truths at all: true. */
export function all(...truths: readonly Asked[]): Truth {
  return combine<never>(answered(truths, false), conjunction);
}

/** True when one is: one true decides, whatever is unknown. No truths at all: false. */
export function any(...truths: readonly Asked[]): Truth {
  return anyOf(truths);
}

/** Like `any`, for truths that are in a list already. */
export function anyOf(truths: readonly Asked[]): Truth {
  return combine<never>(answered(truths, true), disjunction);
}

function answered(asked: readonly Asked[], deciding: boolean): readonly Truth[] {
  if (!asked.some(isPostponed)) return asked as readonly Truth[];
  const truths: Truth[] = [];
  let isDecided = false;
  for (const one of asked) {
    if (isDecided && typeof one === "function") continue;
    const truth = typeof one === "function" ? one() : one;
    isDecided ||= truth.kind === "decided" && truth.value === deciding;
    truths.push(truth);
  }
  return truths;
}

function isPostponed(one: Asked): one is () => Truth {
  return typeof one === "function";
}

/** `then` where the condition is true, `otherwise` where it is false; what both say holds whatever the condition is. */
export function when(condition: Truth, then: Truth, otherwise: Truth): Truth {
  const isAgreed = then.kind === "decided" && otherwise.kind === "decided" && then.value === otherwise.value;
  if (isAgreed && condition.kind !== "decided") return settled(then.value, [then, otherwise]);
  return combine<never>([condition, then, otherwise], decision);
}

/**
 * The truth in the world where another one holds: a subject under a condition is judged as if it existed. Nothing
 * changes where the other one is unknown or can never hold. Several premises are given together, with `all`.
 */
export function given(truth: Truth, premise: Truth): Truth {
  if (premise.kind === "decided") return truth;
  const within = combine([premise, truth], restriction);
  return within.kind === "impossible" ? truth : within;
}

/** Some operands still branch: an answer needs a condition more. */
interface Open {
  readonly kind: "open";
  readonly atom: Atom;
}

/** No world to speak of. */
interface Impossible {
  readonly kind: "impossible";
}

const IMPOSSIBLE: Impossible = { kind: "impossible" };

/** What operands come to, as far as they are decided on one way down. */
type Step<N> = (operands: readonly Truth[]) => Leaf | Open | N;

function conjunction(operands: readonly Truth[]): Leaf | Open {
  return joined(operands, false);
}

function disjunction(operands: readonly Truth[]): Leaf | Open {
  return joined(operands, true);
}

/** One operand of the deciding value decides; else branches have to be followed, and doubts stay. */
function joined(operands: readonly Truth[], deciding: boolean): Leaf | Open {
  let atom: Atom | undefined;
  let doubts = false;
  // By position: nothing else is called as often, and most runs end before V8 has optimised it.
  for (let at = 0; at < operands.length; at++) {
    const one = operands[at] as Truth;
    if (one.kind === "decided") {
      if (one.value === deciding) return settled(deciding, operands, deciding);
    } else if (one.kind === "branch") atom = first(atom, one);
    else doubts = true;
  }
  if (atom) return { kind: "open", atom };
  return doubts ? undecided(operands) : settled(!deciding, operands);
}

function decision(operands: readonly Truth[]): Leaf | Open {
  const [condition, then, otherwise] = operands as readonly [Truth, Truth, Truth];
  if (condition.kind === "decided") {
    const arm = condition.value ? then : otherwise;
    if (arm.kind === "branch") return { kind: "open", atom: arm.atom };
    return arm.kind === "decided" ? settled(arm.value, [condition, arm]) : undecided([arm]);
  }
  const atom = first(first(first(undefined, condition), then), otherwise);
  if (atom) return { kind: "open", atom };
  return then.kind === "decided" && otherwise.kind === "decided" && then.value === otherwise.value
    ? settled(then.value, operands)
    : undecided(operands);
}

function restriction(operands: readonly Truth[]): Leaf | Open | Impossible {
  const [premise, truth] = operands as readonly [Truth, Truth];
  if (premise.kind === "decided" && !premise.value) return IMPOSSIBLE;
  const atom = first(first(undefined, premise), truth);
  return atom ? { kind: "open", atom } : (truth as Leaf);
}

/** A decided leaf with the evidence of all decided operands, or of those with one value, in their order. */
function settled(value: boolean, operands: readonly Truth[], only?: boolean): Leaf {
  let reasoned: Decided | undefined;
  let evidence: Evidence[] | undefined;
  for (let at = 0; at < operands.length; at++) {
    const one = operands[at] as Truth;
    if (one.kind !== "decided" || one.evidence.length === 0 || (only ?? one.value) !== one.value) continue;
    if (!reasoned) {
      reasoned = one;
      continue;
    }
    if (one.evidence === reasoned.evidence) continue;
    for (const reason of one.evidence) {
      const gathered: readonly Evidence[] = evidence ?? reasoned.evidence;
      if (gathered.length >= MOST_REASONS) break;
      // They are few, and most are there already: a set of them would take longer.
      if (gathered.includes(reason)) continue;
      evidence ??= [...reasoned.evidence];
      evidence.push(reason);
    }
  }
  if (!reasoned) return value ? YES : NO;
  if (!evidence) return reasoned.value === value ? reasoned : { ...reasoned, value };
  return { kind: "decided", value, evidence };
}

/** An unknown leaf with the doubts of all unknown operands, in their order. */
function undecided(operands: readonly Truth[]): Leaf {
  let doubtful: Undecided | undefined;
  let doubts: Doubt[] | undefined;
  for (const one of operands) {
    if (one.kind !== "unknown") continue;
    doubtful ??= one;
    if (one.doubts === doubtful.doubts) continue;
    for (const doubt of one.doubts) {
      const gathered: readonly Doubt[] = doubts ?? doubtful.doubts;
      if (gathered.length >= MOST_REASONS) break;
      if (gathered.some(({ text }) => text === doubt.text)) continue;
      doubts ??= [...doubtful.doubts];
      doubts.push(doubt);
    }
  }
  return doubts ? { kind: "unknown", doubts } : (doubtful ?? { kind: "unknown", doubts: [] });
}

/** Descends into the operands together, one condition after the other, until the step has an answer for each way. */
function combine<N extends Impossible = never>(operands: readonly Truth[], step: Step<N>): Truth | N {
  const found = step(operands);
  // Most truths have no conditions, and then there is nothing to assume.
  if (found.kind !== "open") return found;
  const assumptions = new Assumptions();
  let left = MOST_BRANCHES;
  const descend = (here: readonly Truth[]): Truth | N => {
    const found = step(here);
    if (found.kind !== "open") return found;
    if (left-- <= 0 || !takeEffort()) return unknown("too many conditions decide this");
    const { atom } = found;
    const [then, otherwise] = [true, false].map((value) =>
      assumptions.under(atom, value, () => descend(here.map((one) => undisputed(one, atom, assumptions)))),
    ) as [Truth | N, Truth | N];
    if (then.kind === "impossible") return otherwise;
    return otherwise.kind === "impossible" ? then : branch(atom, then, otherwise);
  };
  return descend(operands);
}

/** The part of a truth that the assumptions leave, of which the one on `latest` is new. */
function undisputed(truth: Truth, latest: Atom, assumptions: Assumptions): Truth {
  if (truth.kind !== "branch" || !related(truth.atom, latest)) return truth;
  let part: Truth = truth;
  while (part.kind === "branch") {
    const known = assumptions.decide(part.atom);
    if (known === undefined) return part;
    part = known ? part.then : part.otherwise;
  }
  return part;
}

function related(a: Atom, b: Atom): boolean {
  return a.key === b.key || (a.is !== undefined && a.is.subject === b.is?.subject);
}

/** The condition with the smallest key comes first: trees over the same conditions get the same shape. */
function first(least: Atom | undefined, truth: Truth): Atom | undefined {
  if (truth.kind !== "branch") return least;
  return least === undefined || truth.atom.key < least.key ? truth.atom : least;
}

/** A branch, or what both sides say when they say the same. */
function branch(atom: Atom, then: Truth, otherwise: Truth): Truth {
  return sameShape(then, otherwise) ? merged(then, otherwise) : { kind: "branch", atom, then, otherwise };
}

function sameShape(a: Truth, b: Truth): boolean {
  if (a.kind === "decided") return b.kind === "decided" && a.value === b.value;
  if (a.kind === "unknown") return b.kind === "unknown";
  if (b.kind !== "branch" || a.atom.key !== b.atom.key) return false;
  return sameShape(a.then, b.then) && sameShape(a.otherwise, b.otherwise);
}

/** Two truths of the same shape as one, with the reasons of both. */
function merged(a: Truth, b: Truth): Truth {
  if (a.kind === "branch" && b.kind === "branch") {
    return { ...a, then: merged(a.then, b.then), otherwise: merged(a.otherwise, b.otherwise) };
  }
  return a.kind === "decided" ? settled(a.value, [a, b]) : undecided([a, b]);
}
