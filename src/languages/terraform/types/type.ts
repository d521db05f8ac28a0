import type { Value } from "../../../value/index.ts";

/** An attribute of an object type. */
export interface AttributeType {
  readonly type: Type;
  /** `optional(type)`: missing means null, or `fallback`. */
  readonly optional: boolean;
  /** The second argument of `optional(type, default)`, already converted to the type. */
  readonly fallback?: Value;
}

/** A Terraform type constraint. `any` is a placeholder for whatever type the value has. */
export type Type =
  | { readonly kind: "any" }
  | { readonly kind: "string" }
  | { readonly kind: "number" }
  | { readonly kind: "bool" }
  | { readonly kind: "list"; readonly element: Type }
  | { readonly kind: "set"; readonly element: Type }
  | { readonly kind: "map"; readonly element: Type }
  | { readonly kind: "tuple"; readonly elements: readonly Type[] }
  | { readonly kind: "object"; readonly attributes: ReadonlyMap<string, AttributeType> };

export const ANY: Type = { kind: "any" };
export const STRING: Type = { kind: "string" };
export const NUMBER: Type = { kind: "number" };
export const BOOL: Type = { kind: "bool" };

export function listType(element: Type): Type {
  return { kind: "list", element };
}

export function setType(element: Type): Type {
  return { kind: "set", element };
}

export function mapType(element: Type): Type {
  return { kind: "map", element };
}

/** A type as it is written in a configuration, long ones shortened. */
export function describeType(type: Type, depth = 2): string {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return `${type.kind}(${describeType(type.element, depth)})`;
    case "tuple":
      return depth === 0
        ? "tuple"
        : `tuple([${type.elements.map((element) => describeType(element, depth - 1)).join(", ")}])`;
    case "object": {
      if (depth === 0) return "object";
      const attributes = [...type.attributes].map(
        ([name, { type: inner }]) => `${name} = ${describeType(inner, depth - 1)}`,
      );
      return `object({ ${attributes.join(", ")} })`;
    }
    default:
      return type.kind;
  }
}

/** Whether two types are the same; defaults of optional attributes play no part. */
export function sameType(a: Type, b: Type): boolean {
  if (a.kind === "tuple" && b.kind === "tuple") {
    return (
      a.elements.length === b.elements.length &&
      a.elements.every((element, at) => sameType(element, b.elements[at] as Type))
    );
  }
  if (a.kind === "object" && b.kind === "object") {
    if (a.attributes.size !== b.attributes.size) return false;
    return [...a.attributes].every(([name, attribute]) => {
      const other = b.attributes.get(name);
      return (
        other !== undefined && other.optional === attribute.optional && sameType(attribute.type, other.type)
      );
    });
  }
  if ("element" in a && "element" in b) return a.kind === b.kind && sameType(a.element, b.element);
  return a.kind === b.kind && !("element" in a) && !("element" in b);
}
