import type { Value } from "../../../value/index.ts";
import { ANY, type AttributeType, listType, mapType, sameType, setType, type Type } from "./type.ts";
import { typeOf } from "./type-of.ts";

/** The one type that all values can be converted to, or undefined when there is none: what a conditional and `tolist` need. */
export function unifyValues(values: Iterable<Value>): Type | undefined {
  const types: Type[] = [];
  for (const value of values) types.push(typeOf(value));
  return unify(types);
}

/** The one type that values of all these types can be converted to. Unknown types are taken to fit. */
export function unify(given: Iterable<Type>): Type | undefined {
  const types = withoutRepeats(given);
  const [first] = types;
  if (!first) return ANY;
  if (types.length === 1) return first;
  const kinds = new Set(types.map((type) => type.kind));
  if (kinds.size === 1) {
    if (first.kind === "map" || first.kind === "list" || first.kind === "set")
      return unifyCollections(types, first.kind);
    if (first.kind === "object") return unifyObjects(types);
    if (first.kind === "tuple") return unifyTuples(types);
  }
  if (kinds.size === 2 && kinds.has("map") && kinds.has("object"))
    return unifyWithin(types, "object", objectsAsMap) ?? preferred(types);
  if (kinds.size === 2 && kinds.has("list") && kinds.has("tuple"))
    return unifyWithin(types, "tuple", tuplesAsList) ?? preferred(types);
  if (kinds.has("object") && kinds.has("tuple")) return undefined;
  return preferred(types);
}

function withoutRepeats(types: Iterable<Type>): readonly Type[] {
  const distinct: Type[] = [];
  for (const type of types) {
    if (type.kind !== "any" && !distinct.some((one) => sameType(one, type))) distinct.push(type);
  }
  return distinct;
}

function unifyCollections(types: readonly Type[], kind: "map" | "list" | "set"): Type | undefined {
  const element = unify(types.map((type) => ("element" in type ? type.element : ANY)));
  if (!element) return undefined;
  return kind === "map" ? mapType(element) : kind === "list" ? listType(element) : setType(element);
}

/** Objects of the same attribute names unify name by name; others become a map. */
function unifyObjects(types: readonly Type[]): Type | undefined {
  const objects = types.filter((type) => type.kind === "object");
  const names = [...(objects[0]?.attributes.keys() ?? [])];
  const same = objects.every(
    ({ attributes }) => attributes.size === names.length && names.every((name) => attributes.has(name)),
  );
  if (!same) return objectsAsMap(types);
  const attributes = new Map<string, AttributeType>();
  for (const name of names) {
    const type = unify(objects.map((object) => object.attributes.get(name)?.type ?? ANY));
    if (!type) return undefined;
    attributes.set(name, { type, optional: false });
  }
  return { kind: "object", attributes };
}

function objectsAsMap(types: readonly Type[]): Type | undefined {
  const element = unify(
    types.flatMap((type) =>
      type.kind === "object" ? [...type.attributes.values()].map((one) => one.type) : [],
    ),
  );
  return element && mapType(element);
}

/** Tuples of the same length unify position by position; others become a list. */
function unifyTuples(types: readonly Type[]): Type | undefined {
  const tuples = types.filter((type) => type.kind === "tuple");
  const length = tuples[0]?.elements.length ?? 0;
  if (tuples.some(({ elements }) => elements.length !== length)) return tuplesAsList(types);
  const elements: Type[] = [];
  for (let at = 0; at < length; at++) {
    const type = unify(tuples.map((tuple) => tuple.elements[at] ?? ANY));
    if (!type) return undefined;
    elements.push(type);
  }
  return { kind: "tuple", elements };
}

function tuplesAsList(types: readonly Type[]): Type | undefined {
  const element = unify(types.flatMap((type) => (type.kind === "tuple" ? type.elements : [])));
  return element && listType(element);
}

/** Structural types beside collections: first as a collection among themselves, then with the others. */
function unifyWithin(
  types: readonly Type[],
  kind: "object" | "tuple",
  together: (types: readonly Type[]) => Type | undefined,
): Type | undefined {
  const collection = together(types.filter((type) => type.kind === kind));
  return collection && unify([...types.filter((type) => type.kind !== kind), collection]);
}

/** The most general of the types that all the others can be converted to. */
function preferred(types: readonly Type[]): Type | undefined {
  const byGenerality = [...types].sort((a, b) => generality(b) - generality(a));
  return byGenerality.find((wanted) => types.every((type) => type === wanted || convertible(type, wanted)));
}

/** Strings take any scalar, lists take sets and tuples, maps take objects. */
function generality(type: Type): number {
  switch (type.kind) {
    case "string":
    case "map":
      return 3;
    case "list":
      return 2;
    case "tuple":
      return 1;
    default:
      return 0;
  }
}

/** Whether Terraform tries to convert values of a type to another; single values may still be refused (`"x"` as a number). */
function convertible(from: Type, to: Type): boolean {
  if (from.kind === "any" || to.kind === "any") return true;
  switch (to.kind) {
    case "string":
      return from.kind === "string" || from.kind === "number" || from.kind === "bool";
    case "number":
    case "bool":
      return from.kind === to.kind || from.kind === "string";
    case "list":
    case "set":
      if (from.kind === "list" || from.kind === "set") return convertible(from.element, to.element);
      return from.kind === "tuple" && allConvertible(from.elements, to.element);
    case "map":
      if (from.kind === "map") return convertible(from.element, to.element);
      return (
        from.kind === "object" &&
        allConvertible(
          [...from.attributes.values()].map((one) => one.type),
          to.element,
        )
      );
    case "tuple":
      return (
        from.kind === "tuple" &&
        from.elements.length === to.elements.length &&
        from.elements.every((element, at) => convertible(element, to.elements[at] as Type))
      );
    case "object":
      return toObject(from, to);
  }
}

function allConvertible(types: readonly Type[], element: Type): boolean {
  if (element.kind === "any") return unify(types) !== undefined;
  return types.every((type) => convertible(type, element));
}

function toObject(from: Type, to: Type & { readonly kind: "object" }): boolean {
  for (const [name, attribute] of to.attributes) {
    if (from.kind === "map") {
      if (!attribute.optional && !convertible(from.element, attribute.type)) return false;
    } else if (from.kind === "object") {
      const given = from.attributes.get(name);
      if (given ? !convertible(given.type, attribute.type) : !attribute.optional) return false;
    } else return false;
  }
  return from.kind === "map" || from.kind === "object";
}
