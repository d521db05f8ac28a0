import type { ListValue, ObjectValue, Value } from "../../../value/index.ts";
import {
  ANY,
  type AttributeType,
  BOOL,
  listType,
  mapType,
  NUMBER,
  STRING,
  sameType,
  setType,
  type Type,
} from "./type.ts";

/** The type of a value; `any` for null and for what nobody can tell. The items of a typed list all have one type. */
export function typeOf(value: Value): Type {
  switch (value.kind) {
    case "literal":
      return SCALARS[typeof value.value] ?? ANY;
    case "template":
      return STRING;
    case "symbol":
      return value.type === undefined ? ANY : (SCALARS[value.type] ?? ANY);
    case "choice":
      return ofChoice(typeOf(value.then), typeOf(value.otherwise));
    case "list":
      return remembered(value.rest ? value : value.items, value.collection, () => ofList(value));
    case "object":
      return remembered(value.rest ? value : value.entries, value.collection, () => ofObject(value));
    default:
      return ANY;
  }
}

/** Types of collections by what they are made of, and as what they count: large ones are asked for their type again and again. */
const TYPES = new WeakMap<object, Map<string, Type>>();

function remembered(parts: object, collection: string | undefined, work: () => Type): Type {
  const known = TYPES.get(parts) ?? new Map<string, Type>();
  TYPES.set(parts, known);
  const type = known.get(collection ?? "") ?? work();
  known.set(collection ?? "", type);
  return type;
}

/** By what JavaScript and what symbols call them. */
const SCALARS: Readonly<Partial<Record<string, Type>>> = {
  string: STRING,
  number: NUMBER,
  boolean: BOOL,
  bool: BOOL,
};

function ofList({ items, rest, collection }: ListValue): Type {
  if (collection === "list") return listType(elementOf(items));
  if (collection === "set") return setType(elementOf(items));
  if (rest || items.some((item) => item.kind === "choice")) return ANY;
  return { kind: "tuple", elements: items.map(typeOf) };
}

function ofObject({ entries, rest, collection }: ObjectValue): Type {
  if (collection === "map") return mapType(elementOf(entries.values()));
  if (rest) return ANY;
  const attributes = new Map<string, AttributeType>();
  for (const [name, entry] of entries) attributes.set(name, { type: typeOf(entry), optional: false });
  return { kind: "object", attributes };
}

function ofChoice(then: Type, otherwise: Type): Type {
  if (then.kind === "any") return otherwise;
  return otherwise.kind === "any" || sameType(then, otherwise) ? then : ANY;
}

function elementOf(items: Iterable<Value>): Type {
  for (const item of items) {
    const type = typeOf(item);
    if (type.kind !== "any") return type;
  }
  return ANY;
}
