import type { Span } from "../../../source/index.ts";
import { asSensitive, chainOf, isNull, namedSymbol, object, type Value } from "../../../value/index.ts";
import type { Declaration } from "../load/index.ts";
import { spanOf } from "../syntax/index.ts";
import { convert, parseType, type Type } from "../types/index.ts";
import { type Domains, domainsOf } from "./domain.ts";
import { relabelled } from "./given.ts";
import { asBoolean } from "./operators.ts";
import { labelOf, type Scope, spanIn, within } from "./scope.ts";

/**
 * The value of a variable: what is given, or its default, converted to its type; a symbol when there is neither. In a module that is
 * called, a variable without either is a mistake of the caller's, which the caller reports.
 */
export function evaluateVariable(
  declaration: Declaration,
  given: Value | undefined,
  scope: Scope,
  isRoot: boolean,
): Value {
  const value = assigned(declaration, given, scope, isRoot);
  return flag(declaration, "sensitive", scope) || flag(declaration, "ephemeral", scope)
    ? asSensitive(value)
    : value;
}

function assigned(declaration: Declaration, given: Value | undefined, scope: Scope, isRoot: boolean): Value {
  const { name } = declaration;
  const { evaluation } = scope.module;
  const type = typeOf(declaration, scope);
  const nullable = declaration.body.attributes.get("nullable");
  const neverNull =
    nullable !== undefined && asBoolean(evaluation.evaluate(nullable.node.expression, scope)) === false;
  const fallback = (): Value | undefined => defaultOf(declaration, scope);
  const chosen = given === undefined || (neverNull && isNull(given)) ? (fallback() ?? given) : given;
  const header = spanOf(declaration.file, declaration.block.header);
  if (chosen === undefined)
    return withoutValue(name, type, domainsOf(declaration, scope), { scope, header, neverNull });
  const span = chosen.origin?.span ?? header;
  if (neverNull && isNull(chosen))
    return evaluation.fail("invalid-value", `\`var.${name}\` must not be null.`, span);
  const converted = convert(chosen, type);
  if ("value" in converted) return converted.value;
  const where = isRoot ? "" : " of this module";
  return evaluation.fail(
    "invalid-value",
    `This does not fit \`var.${name}\`${where}: ${converted.error}.`,
    span,
    // What a caller hands down of its own variables is its default only until somebody gives them values.
    !isRoot && given !== undefined && chainOf(given.origin).some(({ kind }) => kind === "input-default"),
  );
}

/** The type constraint, read once for all calls of the module. */
function typeOf(declaration: Declaration, scope: Scope): Type {
  const { evaluation } = scope.module;
  const done = evaluation.types.get(declaration);
  if (done) return done;
  const written = declaration.body.attributes.get("type");
  if (!written) return { kind: "any" };
  const inner = within(scope, written.file);
  const { type, mistakes } = parseType(written.node.expression, (expression) =>
    evaluation.evaluate(expression, inner),
  );
  for (const { message, range } of mistakes) evaluation.fail("invalid-type", message, spanIn(inner, range));
  evaluation.types.set(declaration, type);
  return type;
}

function defaultOf(declaration: Declaration, scope: Scope): Value | undefined {
  const written = declaration.body.attributes.get("default");
  if (!written) return undefined;
  const value = scope.module.evaluation.evaluate(written.node.expression, within(scope, written.file));
  return relabelled(value, "input-default", `default of var.${declaration.name}`);
}

interface UnknownInput {
  readonly scope: Scope;
  readonly header: Span;
  readonly neverNull: boolean;
}

/** What stands for a variable that nobody gives a value. */
function withoutValue(name: string, type: Type, domains: Domains, input: UnknownInput): Value {
  return unknownOf(`var.${name}`, "", type, domains, input, 0);
}

/** Attributes of object types above which, or levels below which, an unknown stays one symbol. */
const MOST_ATTRIBUTES = 100;
const DEEPEST = 4;

/** An unknown of a type: of an object type an object of unknowns, so that each of them has its name. */
function unknownOf(
  text: string,
  path: string,
  type: Type,
  domains: Domains,
  input: UnknownInput,
  depth: number,
): Value {
  const { scope, header, neverNull } = input;
  const origin = { kind: "input", span: header, label: text } as const;
  if (type.kind === "object" && depth < DEEPEST && type.attributes.size <= MOST_ATTRIBUTES) {
    const entries = new Map<string, Value>();
    for (const [attribute, { type: inner, optional, fallback }] of type.attributes) {
      const nested = path === "" ? attribute : `${path}.${attribute}`;
      // An attribute that may be left out may be null as a whole: it stays one symbol.
      const own: Type = optional && !fallback && inner.kind === "object" ? { kind: "any" } : inner;
      entries.set(
        attribute,
        unknownOf(`${text}.${attribute}`, nested, own, domains, { ...input, neverNull: false }, depth + 1),
      );
    }
    return object(entries, { origin, collection: "object" });
  }
  const domain = domains.get(path);
  const symbol = namedSymbol("input", scope.module.address, text, {
    origin,
    ...(domain && domain.length > 0 && { domain }),
    ...(neverNull && { notNull: true }),
  });
  const typed = convert(symbol, type);
  return "value" in typed ? typed.value : symbol;
}

function flag(declaration: Declaration, name: string, scope: Scope): boolean {
  const placed = declaration.body.attributes.get(name);
  return (
    placed !== undefined &&
    asBoolean(scope.module.evaluation.evaluate(placed.node.expression, within(scope, placed.file))) === true
  );
}

/** Reports the conditions of a variable that its value does not meet. A warning: Terraform would refuse, but what is written can be judged. */
export function checkValidations(declaration: Declaration, scope: Scope): void {
  const { evaluation } = scope.module;
  for (const { file, node } of declaration.body.blocks) {
    if (node.type !== "validation") continue;
    const condition = node.body.attributes.find((attribute) => attribute.name === "condition")?.expression;
    if (!condition) continue;
    const { value, failed } = evaluation.attempt(() => evaluation.evaluate(condition, within(scope, file)));
    if (failed || asBoolean(value) !== false) continue;
    const given = scope.module.variable(declaration.name);
    const at = given?.origin?.span ?? spanOf(declaration.file, declaration.block.header);
    const stated = labelOf(file, condition.kind === "parentheses" ? condition.inner : condition);
    const message = `The value of \`var.${declaration.name}\` does not meet its validation: ${stated}${stated.endsWith("…") ? "" : "."}`;
    evaluation.refuse(message, at);
  }
}
