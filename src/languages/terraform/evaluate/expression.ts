import type { Span } from "../../../source/index.ts";
import {
  asSensitive,
  choose,
  describe,
  errorSymbol,
  isNull,
  list,
  literal,
  object,
  scalarText,
  taken,
  type Value,
  withOrigin,
} from "../../../value/index.ts";
import type {
  Binary,
  Conditional,
  Expression,
  ObjectConstructor,
  Parentheses,
  Tuple,
  Unary,
} from "../syntax/index.ts";
import { numberOfText } from "../types/index.ts";
import { likeOtherArm, needsOtherArm } from "./arms.ts";
import { evaluateCall } from "./call.ts";
import { evaluateFor } from "./for-expression.ts";
import { asBoolean, chooseCondition, connect, minus, negate, type Operated, operate } from "./operators.ts";
import { evaluateReference } from "./reference.ts";
import { type Scope, spanIn, written } from "./scope.ts";
import { follow } from "./steps.ts";
import { evaluateTemplate } from "./template.ts";

/** The value of an expression. It always has an origin that lies within the expression. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const { evaluation } = scope.module;
  if (expression.kind === "parentheses") return evaluate(expression.inner, scope);
  if (isConstant(expression)) {
    const { constants } = evaluation;
    const before = constants.get(expression);
    if (before) return before;
    const value = constant(expression, scope);
    constants.set(expression, value);
    return value;
  }
  const span = spanIn(scope, expression);
  const spent = evaluation.spend(1, span);
  if (spent) return spent;
  return evaluation.nested(span, () => {
    const value = compound(expression, scope);
    return evaluation.measure(value, span) ?? placed(value, expression, scope);
  });
}

type Constant = Extract<Expression, { readonly kind: "number" | "boolean" | "string" | "null" | "invalid" }>;
type Compound = Exclude<Expression, Constant | Parentheses>;

function isConstant(expression: Expression): expression is Constant {
  const { kind } = expression;
  return (
    kind === "string" || kind === "number" || kind === "boolean" || kind === "null" || kind === "invalid"
  );
}

function constant(expression: Constant, scope: Scope): Value {
  const origin = written(scope, expression);
  switch (expression.kind) {
    case "number":
      return withOrigin(numberOfText(expression.raw) ?? literal(expression.value), origin);
    case "string":
      return literal(expression.value.normalize("NFC"), origin);
    case "boolean":
      return literal(expression.value, origin);
    case "null":
      return literal(null, origin);
    case "invalid":
      return errorSymbol("(unreadable)", origin);
  }
}

function compound(expression: Compound, scope: Scope): Value {
  switch (expression.kind) {
    case "variable":
      return evaluateReference(expression, scope);
    case "relative":
      return follow(evaluate(expression.source, scope), expression.steps, scope);
    case "template":
      return evaluateTemplate(expression, scope);
    case "call":
      return evaluateCall(expression, scope);
    case "tuple":
      return tuple(expression, scope);
    case "object":
      return objectConstructor(expression, scope);
    case "for":
      return evaluateFor(expression, scope);
    case "conditional":
      return conditional(expression, scope);
    case "binary":
      return binary(expression, scope);
    case "unary":
      return unary(expression, scope);
  }
}

/** Gives a value its place in this expression, with the place it had before as the step behind it. */
function placed(value: Value, expression: Expression, scope: Scope): Value {
  const { origin } = value;
  if (
    origin &&
    origin.span.file === scope.file &&
    expression.start <= origin.span.start &&
    origin.span.end <= expression.end
  )
    return value;
  return withOrigin(value, written(scope, expression, origin));
}

function tuple(expression: Tuple, scope: Scope): Value {
  return list(expression.items.map((item) => evaluate(item, scope)));
}

function objectConstructor(expression: ObjectConstructor, scope: Scope): Value {
  const entries = new Map<string, Value>();
  const ranges = new Map<string, Span>();
  for (const item of expression.items) {
    const name = item.name ?? keyName(evaluate(item.key, scope), item.key, scope);
    const value = evaluate(item.value, scope);
    if (typeof name === "string") {
      entries.set(name, value);
      ranges.set(name, spanIn(scope, item));
      continue;
    }
    for (const [key, condition] of name) {
      entries.set(key, choose(condition, value, entries.get(key) ?? { kind: "absent" }));
      ranges.set(key, spanIn(scope, item));
    }
  }
  return object(entries, { ranges });
}

/** The name of an entry, or, for a key that is a choice, each name with its condition. */
function keyName(
  key: Value,
  range: Expression,
  scope: Scope,
): string | readonly (readonly [string, Value])[] {
  const { evaluation } = scope.module;
  if (key.kind === "literal" && !isNull(key)) return scalarText(key);
  if (key.kind === "symbol" || key.kind === "template") return evaluation.entryName(key);
  if (key.kind === "choice") {
    const arm = (value: Value, condition: Value): readonly (readonly [string, Value])[] => {
      const names = keyName(value, range, scope);
      if (typeof names === "string") return [[names, condition]];
      return names.map(([name, inner]) => {
        const both = connect("&&", condition, () => inner);
        return [name, both.kind === "mistake" ? inner : both] as const;
      });
    };
    const opposite = negate(key.condition);
    return [
      ...arm(key.then, key.condition),
      ...(opposite.kind === "mistake" ? [] : arm(key.otherwise, opposite)),
    ];
  }
  evaluation.fail(
    "invalid-key",
    `${describe(key)} cannot be a key: a key is a string.`,
    spanIn(scope, range),
  );
  return [];
}

function conditional(expression: Conditional, scope: Scope): Value {
  const { evaluation } = scope.module;
  const condition = evaluate(expression.condition, scope);
  const known = asBoolean(condition);
  if (known !== undefined) {
    const [chosen, left] = known
      ? [expression.then, expression.otherwise]
      : [expression.otherwise, expression.then];
    const arm = taken(condition, typedArm(evaluate(chosen, scope), left, expression, scope));
    return condition.sensitive ? asSensitive(arm) : arm;
  }
  if (condition.kind !== "symbol" && condition.kind !== "choice") {
    const message = `${describe(condition)} is no condition: it must be true or false.`;
    return evaluation.fail("invalid-condition", message, spanIn(scope, expression.condition));
  }
  // An arm may rest on the condition being as it asks: what would be a mistake without it is none here.
  const then = evaluation.attempt(() => evaluate(expression.then, scope)).value;
  const otherwise = evaluation.attempt(() => evaluate(expression.otherwise, scope)).value;
  const typed = likeOtherArm(then, otherwise);
  if (!typed) return evaluation.fail("invalid-condition", UNLIKE, spanIn(scope, expression));
  const chosen = underCondition(condition, typed, likeOtherArm(otherwise, then) ?? otherwise);
  return condition.sensitive ? asSensitive(chosen) : chosen;
}

/** The arm that counts, in the type that both have in common. */
function typedArm(arm: Value, other: Expression, expression: Conditional, scope: Scope): Value {
  if (!needsOtherArm(arm, other)) return arm;
  const { evaluation } = scope.module;
  const { value } = evaluation.attempt(() => evaluate(other, scope));
  return likeOtherArm(arm, value) ?? evaluation.fail("invalid-condition", UNLIKE, spanIn(scope, expression));
}

const UNLIKE = "The two results of this conditional have no type in common.";

/** The choice between two arms; of a condition that is itself a choice between known conditions, the arms go where they belong. */
function underCondition(condition: Value, then: Value, otherwise: Value): Value {
  if (asBoolean(then) !== undefined && asBoolean(otherwise) !== undefined)
    return chooseCondition(condition, then, otherwise);
  return choose(condition, then, otherwise);
}

function binary(expression: Binary, scope: Scope): Value {
  const { operator } = expression;
  const left = evaluate(expression.left, scope);
  if (operator === "&&" || operator === "||") {
    let decides = left;
    const result = connect(operator, left, () => {
      const right = evaluateRight(expression, left, scope);
      // Where both sides are known, the left one did not decide.
      if (asBoolean(right) !== undefined) decides = right;
      return right;
    });
    return sound(result, expression, scope, decides);
  }
  const right = evaluate(expression.right, scope);
  return sound(operate(operator, left, right), expression, scope, left, right);
}

/** The right side may rest on what the left one says: `var.x != null && var.x.enabled`. */
function evaluateRight(expression: Binary, left: Value, scope: Scope): Value {
  if (asBoolean(left) !== undefined) return evaluate(expression.right, scope);
  return scope.module.evaluation.attempt(() => evaluate(expression.right, scope)).value;
}

function unary(expression: Unary, scope: Scope): Value {
  const operand = evaluate(expression.operand, scope);
  return sound(expression.operator === "!" ? negate(operand) : minus(operand), expression, scope, operand);
}

/** The result of an operator with its place, or the mistake in its operands. */
function sound(result: Operated, expression: Expression, scope: Scope, ...operands: readonly Value[]): Value {
  if (result.kind === "mistake")
    return scope.module.evaluation.fail("invalid-operand", result.message, spanIn(scope, expression));
  const from = operands.find((operand) => operand.origin?.kind === "reference") ?? operands[0];
  return result.origin ? result : withOrigin(result, written(scope, expression, from?.origin));
}
