import {
  ABSENT,
  choose,
  isString,
  keyOf,
  list,
  listOf,
  literal,
  object,
  outcomeOf,
  truthOf,
  type Value,
} from "../../../value/index.ts";
import type { Applicable } from "../core/evaluate.ts";
import type { Operand, TemplateFunction } from "./index.ts";
import { isValue, numberOf } from "./operand.ts";

interface Run {
  readonly items: readonly Value[];
  readonly rest: Value | undefined;
  readonly apply: Applicable;
}

/** The list and the lambda that most of these functions take; undefined when the first is no list that is known. */
function runOf(operands: readonly Operand[]): Run | undefined {
  const [first] = operands;
  const apply = operands.find((operand) => typeof operand === "function");
  const known = isValue(first) ? listOf(first) : undefined;
  return known && apply
    ? { items: known.items.filter((one) => one.kind !== "absent"), rest: known.rest, apply }
    : undefined;
}

/** Calls a lambda with an item; an item that may be absent gives a result that may be. */
function applied(item: Value, call: (present: Value) => Value): Value {
  if (item.kind !== "choice") return item.kind === "absent" ? ABSENT : call(item);
  return choose(item.condition, applied(item.then, call), applied(item.otherwise, call));
}

export const LAMBDA_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  map: (operands) => {
    const run = runOf(operands);
    if (!run) return undefined;
    const items = run.items.map((one, at) => applied(one, (present) => run.apply([present, literal(at)])));
    return list(items, run.rest ? { rest: run.rest } : {});
  },
  filter: (operands) => {
    const run = runOf(operands);
    if (!run) return undefined;
    const items = run.items.map((one, at) =>
      applied(one, (present) => {
        const keeps = run.apply([present, literal(at)]);
        const outcome = outcomeOf(truthOf(keeps));
        return outcome === "unknown" ? choose(keeps, present, ABSENT) : outcome === "true" ? present : ABSENT;
      }),
    );
    return list(
      items.filter((one) => one.kind !== "absent"),
      run.rest ? { rest: run.rest } : {},
    );
  },
  reduce: ([values, initial, ...others]) => {
    const run = runOf([values as Operand, ...others]);
    if (!run || run.rest || !isValue(initial) || run.items.some((one) => one.kind === "choice"))
      return undefined;
    return run.items.reduce<Value>((before, one, at) => run.apply([before, one, literal(at)]), initial);
  },
  sort: (operands) => {
    const run = runOf(operands);
    if (!run || run.rest) return undefined;
    let open = false;
    const sorted = [...run.items].sort((a, b) => {
      const outcome = outcomeOf(truthOf(run.apply([a, b])));
      open ||= outcome === "unknown";
      return outcome === "true" ? -1 : outcomeOf(truthOf(run.apply([b, a]))) === "true" ? 1 : 0;
    });
    return open ? undefined : list(sorted);
  },
  toObject: (operands) => {
    const run = runOf(operands);
    if (!run) return undefined;
    const [, keyOfItem, valueOfItem] = operands;
    const entries = new Map<string, Value>();
    for (const one of run.items) {
      const key = typeof keyOfItem === "function" ? keyOfItem([one]) : undefined;
      if (!key || !isString(key)) return undefined;
      entries.set(key.value, typeof valueOfItem === "function" ? valueOfItem([one]) : one);
    }
    return object(entries, run.rest ? { rest: run.rest } : {});
  },
  groupBy: (operands) => {
    const run = runOf(operands);
    if (!run || run.rest) return undefined;
    const groups = new Map<string, Value[]>();
    for (const one of run.items) {
      const key = run.apply([one]);
      if (!isString(key)) return undefined;
      groups.set(key.value, [...(groups.get(key.value) ?? []), one]);
    }
    return object(new Map([...groups].map(([key, items]) => [key, list(items)])));
  },
  mapValues: ([value, apply]) => {
    if (!isValue(value) || value.kind !== "object" || typeof apply !== "function") return undefined;
    const entries = new Map([...value.entries].map(([key, entry]) => [key, apply([entry])]));
    return object(entries, value.rest ? { rest: value.rest } : {});
  },
  distinct: ([value]) => {
    const known = isValue(value) ? listOf(value) : undefined;
    if (!known || known.rest || numberOf(value as Value) !== undefined) return undefined;
    return list([...new Map(known.items.map((one) => [keyOf(one), one])).values()]);
  },
};
