import { isString, keyOf, type Literal, literal, type Value } from "../../../value/index.ts";
import type { Declaration } from "../load/index.ts";
import type { Call, Expression } from "../syntax/index.ts";
import { type Scope, within } from "./scope.ts";

/** All values that a variable, or an attribute of it by dotted path, may take; the variable itself has the empty path. */
export type Domains = ReadonlyMap<string, readonly Literal[]>;

/** What the `validation` blocks of a variable say about the values that it may take, as far as they list them. */
export function domainsOf(declaration: Declaration, scope: Scope): Domains {
  const domains = new Map<string, readonly Literal[]>();
  for (const { file, node } of declaration.body.blocks) {
    if (node.type !== "validation") continue;
    const condition = node.body.attributes.find((attribute) => attribute.name === "condition");
    if (condition) narrow(domains, restrictions(condition.expression, declaration.name, within(scope, file)));
  }
  return domains;
}

/** Both hold: what one lists and the other does not is out. */
function narrow(domains: Map<string, readonly Literal[]>, more: Domains): void {
  for (const [path, values] of more) {
    const before = domains.get(path);
    const keys = new Set(values.map(keyOf));
    domains.set(path, before ? before.filter((one) => keys.has(keyOf(one))) : values);
  }
}

function restrictions(condition: Expression, name: string, scope: Scope): Domains {
  switch (condition.kind) {
    case "parentheses":
      return restrictions(condition.inner, name, scope);
    case "binary":
      if (condition.operator === "&&") {
        const both = new Map(restrictions(condition.left, name, scope));
        narrow(both, restrictions(condition.right, name, scope));
        return both;
      }
      if (condition.operator === "||")
        return either(restrictions(condition.left, name, scope), restrictions(condition.right, name, scope));
      return condition.operator === "==" ? equality(condition.left, condition.right, name, scope) : new Map();
    case "call":
      return call(condition, name, scope);
    default:
      return new Map();
  }
}

/** One of the two holds: only what both restrict stays restricted. */
function either(left: Domains, right: Domains): Domains {
  const domains = new Map<string, readonly Literal[]>();
  for (const [path, values] of left) {
    const more = right.get(path);
    if (more)
      domains.set(path, [
        ...values,
        ...more.filter((one) => !values.some((other) => keyOf(other) === keyOf(one))),
      ]);
  }
  return domains;
}

function equality(left: Expression, right: Expression, name: string, scope: Scope): Domains {
  const path = pathOf(left, name) ?? pathOf(right, name);
  const other = pathOf(left, name) === undefined ? left : right;
  const value = path === undefined ? undefined : constant(other, scope);
  return path !== undefined && value?.kind === "literal" ? new Map([[path, [value]]]) : new Map();
}

function call(condition: Call, name: string, scope: Scope): Domains {
  const [first, second] = condition.arguments;
  if (condition.name === "contains" && first && second) {
    const path = pathOf(second, name);
    const values = path === undefined ? undefined : literalsOf(constant(first, scope));
    return path !== undefined && values ? new Map([[path, values]]) : new Map();
  }
  if (condition.name === "can" && first?.kind === "call" && first.name === "regex") {
    const [pattern, subject] = first.arguments;
    const path = subject && pathOf(subject, name);
    const text = pattern && path !== undefined ? constant(pattern, scope) : undefined;
    const values = text && isString(text) ? alternatives(text.value) : undefined;
    return path !== undefined && values ? new Map([[path, values]]) : new Map();
  }
  return new Map();
}

/** The texts that a pattern of nothing but alternatives matches: `^(dev|prod)$`. */
function alternatives(pattern: string): readonly Literal[] | undefined {
  const inner = /^\^\((?:\?:)?([\w| -]+)\)\$$/.exec(pattern)?.[1];
  if (inner !== undefined) return inner.split("|").map((text) => literal(text));
  const pieces = pattern.split("|").map((piece) => /^\^([\w -]+)\$$/.exec(piece)?.[1]);
  return pieces.every((piece) => piece !== undefined)
    ? pieces.map((piece) => literal(piece as string))
    : undefined;
}

/** The path below `var.<name>` that an expression reads; undefined when it reads anything else. */
function pathOf(expression: Expression, name: string): string | undefined {
  if (expression.kind !== "variable" || expression.root.text !== "var") return undefined;
  const names = expression.steps.map((step) => (step.kind === "attribute" ? step.name : undefined));
  if (names[0] !== name || names.includes(undefined)) return undefined;
  return names.slice(1).join(".");
}

/** The value of an expression that cannot read the variable itself: it is being evaluated for the variable. */
function constant(expression: Expression, scope: Scope): Value | undefined {
  if (!isFixed(expression)) return undefined;
  const { value, failed } = scope.module.evaluation.attempt(() =>
    scope.module.evaluation.evaluate(expression, scope),
  );
  return failed ? undefined : value;
}

/** Literals, lists and calls of them, and locals: a variable may be the one whose domain is asked for. */
function isFixed(expression: Expression): boolean {
  switch (expression.kind) {
    case "number":
    case "boolean":
    case "null":
    case "string":
      return true;
    case "parentheses":
      return isFixed(expression.inner);
    case "tuple":
      return expression.items.every(isFixed);
    case "call":
      return expression.arguments.every(isFixed);
    case "variable":
      return expression.root.text === "local";
    default:
      return false;
  }
}

function literalsOf(value: Value | undefined): readonly Literal[] | undefined {
  if (value?.kind !== "list" || value.rest) return undefined;
  return value.items.every((item): item is Literal => item.kind === "literal") ? value.items : undefined;
}
