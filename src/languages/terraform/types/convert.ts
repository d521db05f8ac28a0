import {
  ABSENT,
  appliedSymbol,
  asSensitive,
  choose,
  isNull,
  isUnset,
  type Literal,
  literal,
  member,
  NULL,
  type SymbolValue,
  type Value,
} from "../../../value/index.ts";
import { numberOfText, textOfNumber } from "./number.ts";
import { membersOf } from "./order.ts";
import { ANY, type AttributeType, describeType, type Type } from "./type.ts";
import { unifyValues } from "./unify.ts";

/** A converted value, or why there is none, in words that begin with the place inside the value. */
export type Conversion = { readonly value: Value } | { readonly error: string };

/**
 * A value as Terraform converts it to a type constraint: scalars into each other where their text allows, tuples to lists and
 * sets, objects to maps and back, defaults of optional attributes filled in at any depth. Null fits everything. Symbols
 * stay themselves with their type noted; of a choice each arm is converted. A resource stays one where an object is wanted.
 */
export function convert(value: Value, type: Type): Conversion {
  if (type.kind === "any" || value.kind === "absent") return { value };
  if (value.kind === "choice") return convertChoice(value, type);
  if (value.kind === "symbol") return { value: convertSymbol(value, type) };
  if (isNull(value)) return { value };
  switch (type.kind) {
    case "string":
    case "number":
    case "bool":
      return convertScalar(value, type);
    case "list":
    case "set":
      return convertToSequence(value, type);
    case "tuple":
      return convertToTuple(value, type);
    case "map":
      return convertToMap(value, type.element);
    case "object":
      return convertToObject(value, type);
  }
}

function refused(type: Type): Conversion {
  const article = type.kind === "object" ? "an" : "a";
  return {
    error: `${article} ${type.kind === "object" || type.kind === "tuple" ? type.kind : describeType(type, 1)} is required`,
  };
}

/** One arm that does not fit is a mistake in that case alone; when none fits, it is one for certain. */
function convertChoice(value: Value & { readonly kind: "choice" }, type: Type): Conversion {
  const then = convert(value.then, type);
  const otherwise = convert(value.otherwise, type);
  if ("error" in then && "error" in otherwise) return then;
  const arm = (conversion: Conversion, from: Value): Value =>
    "value" in conversion
      ? conversion.value
      : appliedSymbol("mistake", [from], conversion.error, {
          reason: "error",
          ...(from.origin && { origin: from.origin }),
        });
  const converted = choose(value.condition, arm(then, value.then), arm(otherwise, value.otherwise));
  return { value: carry(converted, value) };
}

const SYMBOL_TYPES = {
  string: "string",
  number: "number",
  bool: "bool",
  list: "list",
  set: "list",
  tuple: "list",
  map: "object",
  object: "object",
} as const;

function convertSymbol(symbol: SymbolValue, type: Exclude<Type, { readonly kind: "any" }>): Value {
  if (type.kind === "set" && symbol.operator !== "toset") {
    // Looping over a set gives its members as keys: a set is another value than the list it was made from.
    return {
      ...appliedSymbol("toset", [symbol], symbol.text, { type: "list" }),
      reason: symbol.reason,
      ...carriedBy(symbol),
    };
  }
  return symbol.type === undefined && type.kind in SYMBOL_TYPES
    ? { ...symbol, type: SYMBOL_TYPES[type.kind] }
    : symbol;
}

function convertScalar(value: Value, type: Type): Conversion {
  if (value.kind === "template") {
    if (type.kind === "string") return { value };
    const operator = type.kind === "number" ? "tonumber" : "tobool";
    return {
      value: carry(
        appliedSymbol(operator, [value], operator, { type: type.kind === "number" ? "number" : "bool" }),
        value,
      ),
    };
  }
  if (value.kind !== "literal") return refused(type);
  if (typeof value.value === (type.kind === "bool" ? "boolean" : type.kind)) return { value };
  switch (type.kind) {
    case "string":
      return { value: toText(value) };
    case "number": {
      const number = typeof value.value === "string" ? numberOfText(value.value) : undefined;
      return number ? { value: carry(number, value) } : refused(type);
    }
    default:
      return toBoolean(value);
  }
}

/** A number or boolean as a string; a number with more digits than can be had here is a symbol. */
function toText(value: Literal): Value {
  const text = typeof value.value === "number" ? textOfNumber(value.value) : String(value.value);
  if (text !== undefined) return { ...value, value: text };
  return carry(
    appliedSymbol("tostring", [value], `tostring(${String(value.value)})`, { type: "string" }),
    value,
  );
}

function toBoolean(value: Literal): Conversion {
  if (value.value === "true" || value.value === "1") return { value: { ...value, value: true } };
  if (value.value === "false" || value.value === "0") return { value: { ...value, value: false } };
  const folded = String(value.value).toLowerCase();
  if (typeof value.value === "string" && (folded === "true" || folded === "false")) {
    return { error: `a bool is required; to convert from string, use lowercase "${folded}"` };
  }
  return { error: "a bool is required" };
}

function convertToSequence(value: Value, type: Type & { readonly kind: "list" | "set" }): Conversion {
  if (value.kind !== "list") return refused(type);
  const items = convertAll(value.items, type.element, (at) => `element ${at}`);
  if ("error" in items) return items;
  const unchanged = items.values === value.items && value.collection === type.kind;
  if (unchanged) return { value };
  const members = type.kind === "set" ? membersOf(items.values) : items.values;
  return { value: { ...value, items: members, collection: type.kind } };
}

type ConvertedItems = { readonly values: readonly Value[] } | { readonly error: string };

/** Converts items to one type; where that leaves something open (`any`), to what they have in common. */
function convertAll(items: readonly Value[], element: Type, place: (at: number) => string): ConvertedItems {
  const converted = element.kind === "any" ? { values: items } : convertEach(items, () => element, place);
  if ("error" in converted || !leavesOpen(element)) return converted;
  const common = unifyValues(converted.values);
  if (!common) return { error: "all elements must have the same type" };
  return common.kind === "any" ? converted : convertEach(converted.values, () => common, place);
}

/** The same array when nothing had to be changed. */
function convertEach(
  items: readonly Value[],
  typeAt: (at: number) => Type,
  place: (at: number) => string,
): ConvertedItems {
  const values: Value[] = [];
  for (const [at, item] of items.entries()) {
    const conversion = convert(item, typeAt(at));
    if ("error" in conversion) return { error: `${place(at)}: ${conversion.error}` };
    values.push(conversion.value);
  }
  return { values: values.every((value, at) => value === items[at]) ? items : values };
}

/** Whether a type constraint has an `any` in it. */
function leavesOpen(type: Type): boolean {
  switch (type.kind) {
    case "any":
      return true;
    case "list":
    case "set":
    case "map":
      return leavesOpen(type.element);
    case "tuple":
      return type.elements.some(leavesOpen);
    case "object":
      return [...type.attributes.values()].some((attribute) => leavesOpen(attribute.type));
    default:
      return false;
  }
}

function convertToTuple(value: Value, type: Type & { readonly kind: "tuple" }): Conversion {
  if (value.kind !== "list" || value.collection === "list" || value.collection === "set")
    return refused(type);
  if (!value.rest && value.items.length !== type.elements.length) return refused(type);
  const items = convertEach(
    value.items,
    (at) => type.elements[at] ?? ANY,
    (at) => `element ${at}`,
  );
  if ("error" in items) return items;
  return { value: items.values === value.items ? value : { ...value, items: items.values } };
}

function convertToMap(value: Value, element: Type): Conversion {
  if (value.kind === "resource") return { value };
  if (value.kind !== "object") return refused({ kind: "map", element });
  const names = [...value.entries.keys()];
  const before = [...value.entries.values()];
  const items = convertAll(before, element, (at) => `element "${names[at]}"`);
  if ("error" in items) return items;
  if (items.values === before && value.collection === "map") return { value };
  const entries = new Map(names.map((name, at) => [name, items.values[at] as Value]));
  return { value: { ...value, entries, collection: "map" } };
}

function convertToObject(value: Value, type: Type & { readonly kind: "object" }): Conversion {
  if (value.kind === "resource") return { value };
  if (value.kind !== "object") return refused(type);
  const entries = new Map<string, Value>();
  for (const [name, attribute] of type.attributes) {
    const given = value.entries.get(name) ?? (value.rest ? member(value.rest, name) : ABSENT);
    const conversion = convertAttribute(given, attribute, name);
    if ("error" in conversion) return conversion;
    entries.set(name, conversion.value);
  }
  const { rest: _, ...object } = value;
  return { value: { ...object, entries, collection: "object" } };
}

function convertAttribute(given: Value, attribute: AttributeType, name: string): Conversion {
  if (given.kind === "absent" && !attribute.optional) return { error: `attribute "${name}" is required` };
  const conversion = convert(given, attribute.type);
  if ("error" in conversion) return { error: `attribute "${name}": ${conversion.error}` };
  return { value: withFallback(conversion.value, attribute.fallback ?? NULL) };
}

/** A value with what counts when it is not set, in each of its cases. */
function withFallback(value: Value, fallback: Value): Value {
  if (value.kind === "choice")
    return choose(
      value.condition,
      withFallback(value.then, fallback),
      withFallback(value.otherwise, fallback),
    );
  return isUnset(value)
    ? isNull(fallback)
      ? value.kind === "absent"
        ? literal(null)
        : value
      : fallback
    : value;
}

function carriedBy(from: Value): Pick<Value, "origin" | "via" | "sensitive"> {
  return {
    ...(from.origin && { origin: from.origin }),
    ...(from.via && { via: from.via }),
    ...(from.sensitive && { sensitive: true }),
  };
}

/** What a value was converted to came the same way as the value. */
function carry(value: Value, from: Value): Value {
  const carried = {
    ...value,
    ...(from.origin && !value.origin && { origin: from.origin }),
    ...(from.via && !value.via && { via: from.via }),
  };
  return from.sensitive ? asSensitive(carried) : carried;
}
