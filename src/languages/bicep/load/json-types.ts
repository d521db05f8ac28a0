import type { Diagnostics, SourceFile } from "../../../source/index.ts";
import type { ParameterType } from "../../arm/core/template.ts";
import { JsonLowering, type JsonNode, parameterOf, propertyOf, spanOf } from "../../arm/json/index.ts";
import type { TypeSource } from "../lower/index.ts";

/** The types that a compiled template exports: its `definitions`. */
export function jsonTypes(
  file: SourceFile,
  root: JsonNode | undefined,
  diagnostics: Diagnostics,
): TypeSource {
  const definitions = propertyOf(root, "definitions");
  return {
    type: (name) => {
      const node = propertyOf(definitions, name);
      if (!node) return undefined;
      const { type, allowed, nullable } = parameterOf(
        name,
        node,
        definitions,
        spanOf(file, node),
        new JsonLowering(file, diagnostics, "literal"),
      );
      const literals = allowed?.kind === "array" ? allowed.items.flatMap(literalOf) : [];
      const base: ParameterType = type ?? { kind: "any" };
      return { ...base, ...(literals.length > 0 && { literals }), ...(nullable && { nullable }) };
    },
  };
}

function literalOf(node: {
  readonly kind: string;
  readonly value?: unknown;
}): readonly (string | number | boolean)[] {
  const { value } = node;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? [value] : [];
}
