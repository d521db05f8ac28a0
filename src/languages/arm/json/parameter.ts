import type { Span } from "../../../source/index.ts";
import type { Parameter, ParameterType } from "../core/template.ts";
import type { JsonLowering } from "./lower.ts";
import { type JsonNode, propertyOf, stringOf } from "./read.ts";

const TYPES: Readonly<Record<string, ParameterType["kind"]>> = {
  string: "string",
  securestring: "string",
  int: "int",
  bool: "bool",
  array: "array",
  object: "object",
  secureobject: "object",
};

/** A parameter of a template; types that refer to `definitions` are followed. */
export function parameterOf(
  name: string,
  node: JsonNode,
  definitions: JsonNode | undefined,
  span: Span,
  lowering: JsonLowering,
): Parameter {
  const chain = [node, ...referenced(node, definitions)];
  const find = (key: string): JsonNode | undefined =>
    chain.map((one) => propertyOf(one, key)).find((found) => found);
  const type = (stringOf(find("type")) ?? "").toLowerCase();
  const defaultValue = propertyOf(node, "defaultValue");
  const allowed = find("allowedValues");
  return {
    name,
    span,
    ...(defaultValue && { defaultValue: lowering.expression(defaultValue) }),
    ...(allowed && { allowed: lowering.expression(allowed) }),
    secure: type.startsWith("secure"),
    nullable: find("nullable")?.value === true,
    type: { kind: TYPES[type] ?? "any" },
  };
}

/** The definitions that a `$ref` leads to, one after the other; a ring ends after a few. */
function referenced(node: JsonNode, definitions: JsonNode | undefined): readonly JsonNode[] {
  const found: JsonNode[] = [];
  let at: JsonNode | undefined = node;
  while (at && found.length < 8) {
    const reference: string | undefined = stringOf(propertyOf(at, "$ref"));
    const name: string | undefined = reference && /^#\/definitions\/(.+)$/.exec(reference)?.[1];
    at = name ? propertyOf(definitions, name) : undefined;
    if (at) found.push(at);
  }
  return found;
}
