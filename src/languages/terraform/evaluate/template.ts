import {
  ABSENT,
  choose,
  concatenate,
  describe,
  isNull,
  isNumber,
  literal,
  type Value,
} from "../../../value/index.ts";
import type { Range, Template, TemplateFor, TemplateIf, TemplatePart } from "../syntax/index.ts";
import { unwrapped } from "../syntax/index.ts";
import { convert } from "../types/index.ts";
import { COST_OF_ITEM } from "./for-expression.ts";
import { asBoolean, isUnknown } from "./operators.ts";
import { pairsOf } from "./pairs.ts";
import { bind, type Scope, spanIn } from "./scope.ts";

/** A template: a string, or the value of its only interpolation. */
export function evaluateTemplate(template: Template, scope: Scope): Value {
  const only = unwrapped(template);
  return only ? scope.module.evaluation.evaluate(only, scope) : evaluateParts(template.parts, scope);
}

function evaluateParts(parts: readonly TemplatePart[], scope: Scope): Value {
  return concatenate(parts.map((part) => evaluatePart(part, scope)));
}

function evaluatePart(part: TemplatePart, scope: Scope): Value {
  switch (part.kind) {
    case "text":
      return literal(part.value.normalize("NFC"));
    case "interpolation":
      return interpolated(scope.module.evaluation.evaluate(part.expression, scope), part, scope);
    case "if":
      return conditionalPart(part, scope);
    case "for":
      return repeated(part, scope);
  }
}

function conditionalPart(part: TemplateIf, scope: Scope): Value {
  const { evaluation } = scope.module;
  const condition = evaluation.evaluate(part.condition, scope);
  const known = asBoolean(condition);
  if (known !== undefined) return evaluateParts(known ? part.then : part.otherwise, scope);
  if (!isUnknown(condition)) {
    const message = `${describe(condition)} is no condition: it must be true or false.`;
    return evaluation.fail("invalid-condition", message, spanIn(scope, part.condition));
  }
  const arm = (parts: readonly TemplatePart[]): Value =>
    evaluation.attempt(() => evaluateParts(parts, scope)).value;
  return choose(condition, arm(part.then), arm(part.otherwise));
}

/** Only scalars fit into a string; of what nobody knows that is taken for granted. */
function interpolated(value: Value, range: Range, scope: Scope): Value {
  const { evaluation } = scope.module;
  if (isNull(value) || value.kind === "absent")
    return evaluation.fail("invalid-template", "Null cannot stand in a string.", spanIn(scope, range));
  if (value.kind === "list" || value.kind === "object" || value.kind === "resource") {
    return evaluation.fail(
      "invalid-template",
      `${describe(value, 1)} cannot stand in a string.`,
      spanIn(scope, range),
    );
  }
  return isNumber(value) ? asText(value) : value;
}

/** A number as Terraform writes it: without an exponent. */
function asText(number: Value): Value {
  const text = convert(number, { kind: "string" });
  return "value" in text ? text.value : number;
}

function repeated(part: TemplateFor, scope: Scope): Value {
  const { evaluation } = scope.module;
  const collection = evaluation.evaluate(part.collection, scope);
  const pairs = pairsOf(collection, evaluation);
  if (!pairs)
    return evaluation.fail(
      "invalid-for",
      `${describe(collection)} is no collection.`,
      spanIn(scope, part.collection),
    );
  const exceeded = evaluation.spend(pairs.pairs.length * COST_OF_ITEM, spanIn(scope, part));
  if (exceeded) return exceeded;
  const rounds = pairs.pairs.map(({ key, value, condition }) => {
    let inner = bind(scope, part.valueName.text, value);
    if (part.keyName) inner = bind(inner, part.keyName.text, key);
    return choose(condition, evaluateParts(part.parts, inner), ABSENT);
  });
  return concatenate(pairs.rest ? [...rounds, pairs.rest] : rounds);
}
