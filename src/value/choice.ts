import { takeEffort } from "./effort.ts";
import { keyOf } from "./key.ts";
import { chainOf, followedBy } from "./origin.ts";
import { appliedSymbol } from "./symbol.ts";
import { ABSENT, type Choice, isUnset, type ListValue, list, type SymbolValue, type Value } from "./value.ts";

/** Combinations of arms above which a function is no longer applied to each of them. */
const MOST_COMBINATIONS = 32;
/** Arms above which a choice is given up as a symbol: each of them may be looked at by everything that reads the value. */
const MOST_ARMS = 1_024;
/** Arms above which lists are no longer laid out as one: each item stands under the conditions of all of them. */
const MOST_LISTS = 64;

/**
 * Either arm under a condition: decided when the condition is known or the arms are the same. A negated condition is taken
 * for the one that it negates, with the arms exchanged.
 */
export function choose(condition: Value, then: Value, otherwise: Value): Value {
  if (condition.kind === "literal" && typeof condition.value === "boolean") {
    return condition.value ? then : otherwise;
  }
  const [operand] = (condition.kind === "symbol" && condition.operator === "!" && condition.operands) || [];
  if (operand) return choose(operand, otherwise, then);
  const key = keyOf(condition);
  const left = then.kind === "choice" && keyOf(then.condition) === key ? armOf(then, true) : then;
  const right =
    otherwise.kind === "choice" && keyOf(otherwise.condition) === key ? armOf(otherwise, false) : otherwise;
  if (keyOf(left) === keyOf(right)) return left;
  if (countArms(left) + countArms(right) > MOST_ARMS || !takeEffort()) {
    return oneOfMany({ condition, then: left, otherwise: right });
  }
  return { kind: "choice", condition, then: left, otherwise: right };
}

/** A choice that is not taken apart any more. */
export function oneOfMany({
  condition,
  then,
  otherwise,
}: Pick<Choice, "condition" | "then" | "otherwise">): SymbolValue {
  return appliedSymbol(MANY, [condition, then, otherwise], "one of very many cases");
}

const MANY = "?:";

/** Whether an unknown is a choice that is not taken apart any more: any of its cases may be null, or nothing at all. */
export function isOneOfMany({ operator }: SymbolValue): boolean {
  return operator === MANY;
}

/**
 * The arm that a decided condition took, with the default of the input that decided it as the step before: whoever reads the value
 * then learns that another input would have made it another one. What is read from a resource keeps its own chain.
 */
export function taken(condition: Value, arm: Value): Value {
  const deciding = chainOf(condition.origin).find(({ kind }) => kind === "input-default");
  if (!deciding || arm.kind === "absent" || arm.kind === "symbol" || arm.kind === "resource") return arm;
  const { from: _, ...step } = deciding;
  return { ...arm, origin: arm.origin ? { ...step, from: arm.origin } : step };
}

/** An arm of a choice as it is read through it: with the way the choice took, and as secret as that. */
export function armOf(choice: Choice, holds: boolean): Value {
  const arm = holds ? choice.then : choice.otherwise;
  if (arm.kind === "absent" || !(choice.origin || choice.via || choice.sensitive)) return arm;
  return {
    ...arm,
    ...(choice.origin && { origin: followedBy(choice.origin, arm.origin) }),
    ...(choice.via && { via: choice.via }),
    ...(choice.sensitive && { sensitive: true }),
  };
}

/** The number of leaves below a value's choices. */
export function countArms(value: Value): number {
  if (value.kind !== "choice") return 1;
  const known = ARMS.get(value);
  if (known !== undefined) return known;
  const arms = countArms(value.then) + countArms(value.otherwise);
  if (arms >= COUNTED_ARMS) ARMS.set(value, arms);
  return arms;
}

/** Arms from which a count is kept: choices grow by being chosen between, and each time all arms would be counted again. */
const COUNTED_ARMS = 32;
const ARMS = new WeakMap<Choice, number>();

/** Whether a function over these values may be applied to every combination of their arms. */
function liftable(values: readonly Value[]): boolean {
  let combinations = 0;
  overArms(values, new Map(), () => {
    combinations++;
    return combinations <= MOST_COMBINATIONS ? ABSENT : undefined;
  });
  return combinations <= MOST_COMBINATIONS;
}

/** Applies a function to the arms of a choice; anything else is handed over as it is. */
export function mapArms(value: Value, apply: (leaf: Exclude<Value, Choice>) => Value): Value {
  if (value.kind !== "choice") return apply(value);
  return choose(value.condition, mapArms(armOf(value, true), apply), mapArms(armOf(value, false), apply));
}

/**
 * Applies a function of several values to every combination of their arms that can come about; undefined when there are
 * too many, and the caller then makes a symbol of the application.
 */
export function lift(
  values: readonly Value[],
  apply: (leaves: readonly Value[]) => Value,
): Value | undefined {
  if (!values.some(isChoice)) return apply(values);
  return liftable(values) ? overArms(values, new Map(), apply) : undefined;
}

function isChoice({ kind }: Value): boolean {
  return kind === "choice";
}

/** Conditions that are decided further up are not asked again. */
function overArms(
  values: readonly Value[],
  decided: ReadonlyMap<string, boolean>,
  apply: (leaves: readonly Value[]) => Value | undefined,
): Value | undefined {
  const at = values.findIndex((value) => value.kind === "choice");
  const choice = values[at];
  if (choice?.kind !== "choice") return apply(values);
  const key = keyOf(choice.condition);
  const arm = (holds: boolean): Value | undefined =>
    overArms(values.with(at, armOf(choice, holds)), new Map(decided).set(key, holds), apply);
  const known = decided.get(key);
  if (known !== undefined) return arm(known);
  const then = arm(true);
  const otherwise = then && arm(false);
  return then && otherwise && choose(choice.condition, then, otherwise);
}

/** A list whose items stand under a condition: each becomes a choice between itself and nothing. */
export function conditionalItems(condition: Value, items: ListValue, whenTrue = true): ListValue {
  return {
    ...items,
    items: items.items.map((item) =>
      whenTrue ? choose(condition, item, ABSENT) : choose(condition, ABSENT, item),
    ),
  };
}

/**
 * A choice between lists as one list with conditional items, or undefined when an arm is not a list or there are very
 * many. Absent and null arms count as empty.
 */
export function listOf(value: Value): ListValue | undefined {
  if (value.kind === "list") return value;
  if (isUnset(value)) return list([]);
  if (value.kind !== "choice" || countArms(value) > MOST_LISTS) return undefined;
  const then = listOf(armOf(value, true));
  const otherwise = listOf(armOf(value, false));
  if (!then || !otherwise) return undefined;
  const rest =
    (then.rest || otherwise.rest) &&
    choose(value.condition, then.rest ?? list([]), otherwise.rest ?? list([]));
  return list(
    [
      ...conditionalItems(value.condition, then).items,
      ...conditionalItems(value.condition, otherwise, false).items,
    ],
    {
      ...(rest && { rest }),
      ...(then.collection && then.collection === otherwise.collection && { collection: then.collection }),
      ...(value.origin && { origin: value.origin }),
      ...(value.via && { via: value.via }),
      ...((then.sensitive || otherwise.sensitive) && { sensitive: true }),
    },
  );
}
