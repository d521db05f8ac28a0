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
      return ofList(value);
    case "object":
      return ofObject(value);
    default:
      return ANY;
  }
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
