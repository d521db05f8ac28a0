import {
  appliedSymbol,
  compareLeaves,
  describe,
  isUnset,
  literal,
  outcomeOf,
  truthOf,
  type Value,
} from "../../../value/index.ts";
import type { TemplateFunction } from "./index.ts";
import { isValue, numberOf, ofValues, problem } from "./operand.ts";

/** `==` as a value: known where it is decided, otherwise a symbol that conditions understand. */
function equals(a: Value, b: Value, spelling: "exact" | "ignore-case" = "exact"): Value {
  const truth = compareLeaves(a, b, spelling);
  const outcome = truth ? outcomeOf(truth) : "unknown";
  if (outcome !== "unknown") return literal(outcome === "true");
  const operator = spelling === "exact" ? "==" : "=~";
  return appliedSymbol(operator, [a, b], `${describe(a)} ${operator} ${describe(b)}`, { type: "bool" });
}

function not(value: Value): Value {
  const outcome = outcomeOf(truthOf(value));
  if (outcome !== "unknown") return literal(outcome === "false");
  return appliedSymbol("!", [value], `!${describe(value)}`, { type: "bool" });
}

function junction(operator: "&&" | "||", values: readonly Value[]): Value {
  const decisive = operator === "||";
  const outcomes = values.map((value) => outcomeOf(truthOf(value)));
  if (outcomes.includes(decisive ? "true" : "false")) return literal(decisive);
  const open = values.filter((_, at) => outcomes[at] === "unknown");
  const [only] = open;
  if (!only) return literal(!decisive);
  return open.length === 1
    ? only
    : appliedSymbol(operator, open, open.map((value) => describe(value)).join(` ${operator} `), {
        type: "bool",
      });
}

function comparison(holds: (order: number) => boolean): TemplateFunction {
  return ofValues(([a, b]) => {
    if (a?.kind !== "literal" || b?.kind !== "literal") return undefined;
    if (typeof a.value === "string" && typeof b.value === "string")
      return literal(holds(a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
    const left = numberOf(a);
    const right = numberOf(b);
    return left === undefined || right === undefined
      ? problem("Only numbers and strings can be compared.")
      : literal(holds(left - right));
  });
}

export const LOGIC_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  and: (operands) => junction("&&", operands.filter(isValue)),
  or: (operands) => junction("||", operands.filter(isValue)),
  not: ([value]) => (isValue(value) ? not(value) : problem("'not' takes a value.")),
  bool: ofValues(([value]) => {
    if (value?.kind !== "literal") return value;
    if (typeof value.value === "number") return literal(value.value !== 0);
    return literal(typeof value.value === "boolean" ? value.value : /^(true|1)$/i.test(String(value.value)));
  }),
  equals: ofValues(([a, b]) => (a && b ? equals(a, b) : problem("'equals' takes two values."))),
  notEquals: ofValues(([a, b]) => (a && b ? not(equals(a, b)) : problem("'!=' takes two values."))),
  equalsInsensitive: ofValues(([a, b]) =>
    a && b ? equals(a, b, "ignore-case") : problem("'=~' takes two values."),
  ),
  notEqualsInsensitive: ofValues(([a, b]) =>
    a && b ? not(equals(a, b, "ignore-case")) : problem("'!~' takes two values."),
  ),
  less: comparison((order) => order < 0),
  lessOrEquals: comparison((order) => order <= 0),
  greater: comparison((order) => order > 0),
  greaterOrEquals: comparison((order) => order >= 0),
  coalesce: ofValues((values) => {
    const first = values.find((value) => !isUnset(value));
    return first === undefined
      ? literal(null)
      : mayBeNull(first) && values.at(-1) !== first
        ? undefined
        : first;
  }),
  assertNotNull: ofValues(([value]) => value),
};

/** Whether a value may turn out to be null: results of calls and of members that nobody set. */
function mayBeNull(value: Value): boolean {
  return value.kind === "symbol" && value.reason !== "input";
}
