import { keyOf } from "./key.ts";
import { ABSENT, type ListValue, type Value } from "./value.ts";

/** Arms above which a choice is no longer multiplied out; the work stays linear in what is written. */
const MOST_ARMS = 32;

/** Either arm under a condition: decided when the condition is known or the arms are the same. */
export function choose(condition: Value, then: Value, otherwise: Value): Value {
  if (condition.kind === "literal" && typeof condition.value === "boolean") return condition.value ? then : otherwise;
  if (keyOf(then) === keyOf(otherwise)) return then;
  return { kind: "choice", condition, then, otherwise };
}

/** The number of leaves below a value's choices, as far as `MOST_ARMS` asks. */
export function countArms(value: Value): number {
  return value.kind === "choice" ? countArms(value.then) + countArms(value.otherwise) : 1;
}

/** Whether a function over these values may be applied to every combination of their arms. */
export function liftable(values: readonly Value[]): boolean {
  let product = 1;
  for (const value of values) {
    product *= countArms(value);
    if (product > MOST_ARMS) return false;
  }
  return true;
}

/** Applies a function to the arms of a choice; anything else is handed over as it is. */
export function mapArms(value: Value, apply: (leaf: Exclude<Value, { kind: "choice" }>) => Value): Value {
  if (value.kind !== "choice") return apply(value);
  return choose(value.condition, mapArms(value.then, apply), mapArms(value.otherwise, apply));
}

/**
 * Applies a function of several values to every combination of their arms; undefined when there are too many
 * combinations, and the caller then makes a symbol of the application.
 */
export function lift(values: readonly Value[], apply: (leaves: readonly Value[]) => Value): Value | undefined {
  if (!liftable(values)) return undefined;
  const at = values.findIndex((value) => value.kind === "choice");
  const chosen = values[at];
  if (chosen?.kind !== "choice") return apply(values);
  const arm = (value: Value): Value => lift(values.with(at, value), apply) ?? value;
  return choose(chosen.condition, arm(chosen.then), arm(chosen.otherwise));
}

/** A list whose items stand under a condition: each becomes a choice between itself and nothing. */
export function conditionalItems(condition: Value, items: ListValue, whenTrue = true): ListValue {
  return {
    ...items,
    items: items.items.map((item) => (whenTrue ? choose(condition, item, ABSENT) : choose(condition, ABSENT, item))),
  };
}

/**
 * A choice between lists as one list with conditional items, or undefined when an arm is not a list.
 * Absent and null arms count as empty.
 */
export function listOf(value: Value): ListValue | undefined {
  if (value.kind === "list") return value;
  if (value.kind === "absent" || (value.kind === "literal" && value.value === null)) return { kind: "list", items: [] };
  if (value.kind !== "choice") return undefined;
  const then = listOf(value.then);
  const otherwise = listOf(value.otherwise);
  if (!then || !otherwise) return undefined;
  const rest = then.rest ?? otherwise.rest;
  return {
    kind: "list",
    items: [
      ...conditionalItems(value.condition, then).items,
      ...conditionalItems(value.condition, otherwise, false).items,
    ],
    ...(rest && { rest }),
  };
}
