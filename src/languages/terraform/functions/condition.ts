import {
  appliedSymbol,
  choose,
  compareLeaves,
  describe,
  FALSE,
  isNull,
  isUnset,
  isWhollyKnown,
  keyOf,
  lift,
  literal,
  TRUE,
  type Value,
} from "../../../value/index.ts";

/** `a == b` as Terraform compares: true, false, or a condition that decisions over values understand. */
export function equality(a: Value, b: Value): Value {
  const result = lift([a, b], ([left, right]) => leafEquality(left as Value, right as Value));
  return result ? asCondition(result) : equalitySymbol(a, b);
}

function leafEquality(a: Value, b: Value): Value {
  if (isUnset(a) && isUnset(b)) return TRUE;
  if (a.kind === "literal" && b.kind === "literal") return literal(a.value === b.value);
  if (keyOf(a) === keyOf(b)) return TRUE;
  if (isWhollyKnown(a) && isWhollyKnown(b)) return FALSE;
  if ((isNull(a) && isNeverNull(b)) || (isNull(b) && isNeverNull(a))) return FALSE;
  const truth = compareLeaves(a, b);
  return truth?.kind === "decided" ? literal(truth.value) : equalitySymbol(a, b);
}

/** Collections, resources and strings with a known part are never null; nor is the id of a resource. */
function isNeverNull(value: Value): boolean {
  return (
    value.kind === "list" ||
    value.kind === "object" ||
    value.kind === "resource" ||
    value.kind === "template" ||
    value.via?.attribute === "id"
  );
}

/** What is known stands on the right, so that both ways of writing a comparison are one. */
function equalitySymbol(a: Value, b: Value): Value {
  if (a.kind === "literal" && b.kind !== "literal") return equalitySymbol(b, a);
  return appliedSymbol("==", [a, b], `${describe(a, 1)} == ${describe(b, 1)}`, { type: "bool" });
}

/** `condition ? true : false` is the condition itself. */
function asCondition(value: Value): Value {
  if (value.kind !== "choice") return value;
  const then = asCondition(value.then);
  const otherwise = asCondition(value.otherwise);
  if (isLiteral(then, true) && isLiteral(otherwise, false)) return value.condition;
  if (isLiteral(then, false) && isLiteral(otherwise, true)) return negation(value.condition);
  return choose(value.condition, then, otherwise);
}

export function negation(condition: Value): Value {
  if (condition.kind === "literal") return literal(condition.value !== true);
  if (condition.kind === "symbol" && condition.operator === "!" && condition.operands?.[0])
    return condition.operands[0];
  return appliedSymbol("!", [condition], `!(${describe(condition, 1)})`, { type: "bool" });
}

/** Whether any of the conditions holds. */
export function anyOf(conditions: readonly Value[]): Value {
  return connected("||", true, conditions);
}

/** Whether all of the conditions hold. */
export function allOf(conditions: readonly Value[]): Value {
  return connected("&&", false, conditions);
}

function connected(operator: "&&" | "||", deciding: boolean, conditions: readonly Value[]): Value {
  const open = new Map<string, Value>();
  for (const condition of conditions) {
    if (isLiteral(condition, deciding)) return literal(deciding);
    if (!isLiteral(condition, !deciding)) open.set(keyOf(condition), condition);
  }
  const left = [...open.values()];
  const [first] = left;
  if (!first) return literal(!deciding);
  if (left.length === 1) return first;
  return appliedSymbol(operator, left, left.map((one) => describe(one, 1)).join(` ${operator} `), {
    type: "bool",
  });
}

function isLiteral(value: Value, expected: boolean): boolean {
  return value.kind === "literal" && value.value === expected;
}
