import {
  appliedSymbol,
  asSensitive,
  choose,
  compareLeaves,
  describe,
  FALSE,
  isNull,
  isUnset,
  keyOf,
  type ListValue,
  lift,
  literal,
  type ObjectValue,
  TRUE,
  type Value,
} from "../../../value/index.ts";
import { calculateNumber } from "../types/index.ts";

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "&&"
  | "||";

/** A result, or what is wrong with the operands in words. */
export type Operated = Value | { readonly kind: "mistake"; readonly message: string };

function mistake(message: string): Operated {
  return { kind: "mistake", message };
}

/** `!x`. Of something unknown it is a symbol with that operator, so that conditions open it. */
export function negate(value: Value): Operated {
  if (value.kind === "choice") {
    const then = negate(value.then);
    const otherwise = negate(value.otherwise);
    if (then.kind === "mistake") return then;
    return otherwise.kind === "mistake" ? otherwise : chooseCondition(value.condition, then, otherwise);
  }
  const known = asBoolean(value);
  if (known !== undefined) return carried(known ? FALSE : TRUE, [value]);
  if (value.kind === "symbol" && value.operator === "!" && value.operands?.[0]) return value.operands[0];
  if (value.kind === "symbol") return applied("!", [value], `!${wrapped(value)}`);
  return mistake(`${describe(value)} is not a boolean, and \`!\` needs one.`);
}

/** `-x`. */
export function minus(value: Value): Operated {
  const known = asNumber(value);
  if (known !== undefined) return carried(literal(-known), [value]);
  if (isUnknown(value)) return applied("-", [value], `-${wrapped(value)}`, "number");
  return mistake(`${describe(value)} is not a number, and \`-\` needs one.`);
}

/** Any binary operator but `&&` and `||`, over every combination of cases. */
export function operate(operator: BinaryOperator, left: Value, right: Value): Operated {
  let wrong: Operated | undefined;
  const result = lift([left, right], ([a, b]) => {
    const one =
      operator === "==" || operator === "!="
        ? compare(operator, a as Value, b as Value)
        : calculate(operator, a as Value, b as Value);
    if (one.kind !== "mistake") return one;
    wrong ??= one;
    return FALSE;
  });
  if (wrong) return wrong;
  if (!result)
    return applied(
      operator,
      [left, right],
      textOf(operator, left, right),
      isComparison(operator) ? "bool" : "number",
    );
  return result.kind === "choice" ? chooseCondition(result.condition, result.then, result.otherwise) : result;
}

function compare(operator: "==" | "!=", left: Value, right: Value): Operated {
  const same = sameValue(left, right);
  if (same !== undefined) return carried(same === (operator === "==") ? TRUE : FALSE, [left, right]);
  const equality = applied("==", [left, right], textOf("==", left, right));
  if (operator === "==") return equality;
  // One spelling of the condition: `a != b` is `!(a == b)`, so that both sides of a switch know of each other.
  return applied("!", [equality], textOf("!=", left, right));
}

/** Whether two values that are no choices are equal as Terraform compares them: of the same type and the same value. */
function sameValue(left: Value, right: Value): boolean | undefined {
  if (isUnset(left) && isUnset(right)) return true;
  if (left.kind === "literal" && right.kind === "literal") return left.value === right.value;
  if (left.kind === "list" && right.kind === "list") return sameList(left, right);
  if (left.kind === "object" && right.kind === "object") return sameObject(left, right);
  if (isNull(left) || isNull(right)) {
    const other = isNull(left) ? right : left;
    if (
      other.kind === "list" ||
      other.kind === "object" ||
      other.kind === "resource" ||
      other.kind === "template"
    )
      return false;
    if (other.via?.attribute === "id") return false;
  }
  const truth = compareLeaves(left, right);
  return truth?.kind === "decided" ? truth.value : undefined;
}

function sameList(left: ListValue, right: ListValue): boolean | undefined {
  if (keyOf(left) === keyOf(right) && left.collection === right.collection) return true;
  if (left.rest || right.rest || [...left.items, ...right.items].some((one) => one.kind === "choice"))
    return undefined;
  if (
    (left.collection ?? "tuple") !== (right.collection ?? "tuple") ||
    left.items.length !== right.items.length
  )
    return false;
  return conjunction(left.items.map((one, at) => sameValue(one, right.items[at] as Value)));
}

function sameObject(left: ObjectValue, right: ObjectValue): boolean | undefined {
  if (left.rest || right.rest) return undefined;
  if (left.entries.size !== right.entries.size) return false;
  const answers: (boolean | undefined)[] = [];
  for (const [key, value] of left.entries) {
    const other = right.entries.get(key);
    if (!other) return false;
    answers.push(value.kind === "choice" || other.kind === "choice" ? undefined : sameValue(value, other));
  }
  return conjunction(answers);
}

function conjunction(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function calculate(operator: BinaryOperator, left: Value, right: Value): Operated {
  const a = asNumber(left);
  const b = asNumber(right);
  if (a !== undefined && b !== undefined) return computed(operator, a, b, [left, right]);
  for (const side of [left, right]) {
    if (asNumber(side) === undefined && !isUnknown(side))
      return mistake(`${describe(side)} is not a number, and \`${operator}\` needs one.`);
  }
  return applied(
    operator,
    [left, right],
    textOf(operator, left, right),
    isComparison(operator) ? "bool" : "number",
  );
}

function computed(operator: BinaryOperator, a: number, b: number, operands: readonly Value[]): Operated {
  switch (operator) {
    case "+":
    case "-":
    case "*":
      return carried(calculateNumber(operator, a, b), operands);
    case "/":
      return b === 0 ? mistake("Division by zero.") : carried(calculateNumber(operator, a, b), operands);
    case "%":
      // Terraform's remainder of a division by zero is the number itself.
      return carried(b === 0 ? literal(a) : calculateNumber(operator, a, b), operands);
    case "<":
      return carried(a < b ? TRUE : FALSE, operands);
    case "<=":
      return carried(a <= b ? TRUE : FALSE, operands);
    case ">":
      return carried(a > b ? TRUE : FALSE, operands);
    default:
      return carried(a >= b ? TRUE : FALSE, operands);
  }
}

/**
 * `&&` and `||` of a left side and a right side that is only worked out when the left one does not decide. `false && unknown`
 * is false and `unknown && false` too.
 */
export function connect(operator: "&&" | "||", left: Value, right: () => Value): Operated {
  const deciding = operator === "||";
  const a = asBoolean(left);
  if (a === deciding) return carried(deciding ? TRUE : FALSE, [left]);
  const other = right();
  const b = asBoolean(other);
  if (b === deciding) return carried(deciding ? TRUE : FALSE, [other]);
  for (const side of [left, other]) {
    if (asBoolean(side) === undefined && !isUnknown(side))
      return mistake(`${describe(side)} is not a boolean, and \`${operator}\` needs one.`);
  }
  if (a !== undefined) return b !== undefined ? carried(b ? TRUE : FALSE, [left, other]) : other;
  if (b !== undefined) return left;
  return applied(operator, [left, other], textOf(operator, left, other));
}

/** A choice between conditions, as the condition itself where that says the same. */
export function chooseCondition(condition: Value, then: Value, otherwise: Value): Value {
  const a = asBoolean(then);
  const b = asBoolean(otherwise);
  if (a === true && b === false) return condition;
  if (a === false && b === true) {
    const opposite = negate(condition);
    if (opposite.kind !== "mistake") return opposite;
  }
  return choose(condition, then, otherwise);
}

/** A known boolean; Terraform takes the strings `"true"` and `"false"` for one. */
export function asBoolean(value: Value): boolean | undefined {
  if (value.kind !== "literal") return undefined;
  if (typeof value.value === "boolean") return value.value;
  if (value.value === "true") return true;
  return value.value === "false" ? false : undefined;
}

/** A known number; Terraform takes a string that is a number for one. */
export function asNumber(value: Value): number | undefined {
  if (value.kind !== "literal") return undefined;
  if (typeof value.value === "number") return value.value;
  if (typeof value.value !== "string" || !/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value.value))
    return undefined;
  return Number(value.value);
}

/** Whether nobody can tell what it is, so that an operator over it is a symbol and no mistake. */
export function isUnknown(value: Value): boolean {
  return value.kind === "symbol" || value.kind === "choice" || value.kind === "template";
}

function isComparison(operator: BinaryOperator): boolean {
  return (
    operator === "<" ||
    operator === "<=" ||
    operator === ">" ||
    operator === ">=" ||
    operator === "==" ||
    operator === "!="
  );
}

/** An operator over something unknown. Its place is that of the first unknown operand, until its own expression gives it one. */
function applied(
  operator: string,
  operands: readonly Value[],
  text: string,
  type: "bool" | "number" = "bool",
): Value {
  return carried(appliedSymbol(operator, operands, text, { type }), operands);
}

function carried<V extends Value>(value: V, operands: readonly Value[]): V {
  return operands.some((operand) => operand.sensitive) ? asSensitive(value) : value;
}

function textOf(operator: string, left: Value, right: Value): string {
  return `${wrapped(left)} ${operator} ${wrapped(right)}`;
}

function wrapped(value: Value): string {
  const text = describe(value, 1);
  return value.kind === "choice" ||
    (value.kind === "symbol" && value.operator && /^[!=<>&|+*/%-]/.test(value.operator))
    ? `(${text})`
    : text;
}
