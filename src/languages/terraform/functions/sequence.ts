import {
  ABSENT,
  choose,
  isNull,
  keyOf,
  type ListValue,
  list,
  listOf,
  literal,
  mapArms,
  mayBeAbsent,
  NULL,
  type Value,
} from "../../../value/index.ts";
import { ANY, compareTexts, convert, listType, NUMBER, STRING, typeOf, unify } from "../types/index.ts";
import { define, itemsOf, NOT_WHOLE, nullable, numberOf, parameter, textOf } from "./arguments.ts";
import { overPresent } from "./cases.ts";
import { anyOf, equality } from "./condition.ts";
import {
  type FunctionContext,
  type FunctionResult,
  isMistake,
  mistake,
  type TerraformFunction,
} from "./function.ts";
import { Membership } from "./membership.ts";
import { unknownCall } from "./unknown.ts";

const LIST = parameter("list", ANY);
const APART = { copes: "cases", secrets: "apart" } as const;
const SURFACE = { ...APART, reads: "surface" } as const;

/** Both what is known and what is not of several lists, one after the other. */
interface Joined {
  readonly items: Value[];
  readonly rests: Value[];
}

function restOf(name: string, rests: readonly Value[]): Pick<ListValue, "rest"> {
  const [first] = rests;
  if (!first) return {};
  return { rest: rests.length === 1 ? first : unknownCall({ name, returns: "list" }, rests) };
}

/** A choice between lists counts as one list whose items stand under conditions; what is unknown leaves the end open. */
function concat(args: readonly Value[]): FunctionResult {
  if (args.length === 0) return mistake("at least one list is needed");
  const joined: Joined = { items: [], rests: [] };
  for (const [at, arg] of args.entries()) {
    const given = listOf(arg);
    if (arg.kind === "symbol") joined.rests.push(arg);
    else if (isNull(arg)) return mistake("a list must not be null", at);
    else if (!given || given.collection === "set")
      return mistake("all arguments must be lists or tuples", at);
    else {
      joined.items.push(...given.items);
      if (given.rest) joined.rests.push(given.rest);
    }
  }
  const whole = list(joined.items, restOf("concat", joined.rests));
  if (!args.every((arg) => arg.kind === "list" && arg.collection === "list")) return whole;
  const type = unify(args.map(typeOf));
  const converted = type ? convert({ ...whole, collection: "list" }, type) : undefined;
  return converted && "value" in converted ? converted.value : whole;
}

/** Nested lists are taken apart at any depth. Of an unknown item nobody knows whether it is a list, unless its type says so. */
function flatten([given]: readonly Value[]): FunctionResult {
  const flat: Joined = { items: [], rests: [] };
  if (given?.kind === "symbol") return unknownCall({ name: "flatten", returns: "list" }, [given]);
  if (given?.kind !== "list") return mistake("a list, set or tuple is needed", 0);
  flattenInto(flat, given, 0);
  return list(flat.items, restOf("flatten", flat.rests));
}

function flattenInto(flat: Joined, given: ListValue, depth: number): void {
  for (const item of given.items) {
    if (item.kind === "list" && depth < 1000) flattenInto(flat, item, depth + 1);
    else if (item.kind === "choice" && hasListArm(item)) flattenChoice(flat, item, depth);
    else if (item.kind === "symbol" && mayBeList(item)) flat.rests.push(item);
    else flat.items.push(item);
  }
  if (given.rest) flat.rests.push(given.rest);
}

function mayBeList(symbol: Value & { readonly kind: "symbol" }): boolean {
  return (
    symbol.type === "list" ||
    (symbol.type === undefined && symbol.reason !== "computed" && symbol.reason !== "error")
  );
}

function hasListArm(value: Value): boolean {
  if (value.kind === "choice") return hasListArm(value.then) || hasListArm(value.otherwise);
  return value.kind === "list";
}

function flattenChoice(flat: Joined, choice: Value & { readonly kind: "choice" }, depth: number): void {
  const arm = (value: Value, whenTrue: boolean): void => {
    const inner: Joined = { items: [], rests: [] };
    flattenInto(inner, list(value.kind === "absent" ? [] : [value]), depth + 1);
    for (const item of inner.items) {
      flat.items.push(
        whenTrue ? choose(choice.condition, item, ABSENT) : choose(choice.condition, ABSENT, item),
      );
    }
    flat.rests.push(...inner.rests);
  };
  arm(choice.then, true);
  arm(choice.otherwise, false);
}

/** Equal items count once; whether unknown ones are equal to others is left open. */
function distinct([given]: readonly Value[]): FunctionResult {
  if (given?.kind !== "list") return unknownCall({ name: "distinct", returns: "list" }, [given as Value]);
  const items = new Map<string, Value>();
  for (const item of given.items) {
    const key = keyOf(item);
    if (!items.has(key)) items.set(key, item);
  }
  return { ...given, items: [...items.values()], collection: "list" };
}

/** Drops null and empty strings; what may turn out to be one stays under that condition. */
function compact([given]: readonly Value[]): FunctionResult {
  if (given?.kind !== "list") return unknownCall({ name: "compact", returns: "list" }, [given as Value]);
  const items = given.items
    .map((item) => mapArms(item, unlessEmpty))
    .filter((item) => item.kind !== "absent");
  return { ...given, items, collection: "list" };
}

function unlessEmpty(item: Value): Value {
  if (item.kind === "literal") return item.value === null || item.value === "" ? ABSENT : item;
  if (item.kind !== "symbol" || item.via?.attribute === "id") return item;
  return choose(anyOf([equality(item, NULL), equality(item, literal(""))]), ABSENT, item);
}

function element([given, index]: readonly Value[], context: FunctionContext): FunctionResult {
  const position = numberOf(index);
  const unknown = (): Value =>
    unknownCall({ name: "element", returns: "any" }, [given as Value, index as Value]);
  if (given?.kind === "symbol") return context.representative(given) ?? unknown();
  if (given?.kind !== "list" || given.collection === "set") return mistake("a list or tuple is needed", 0);
  if (index?.kind !== "literal")
    return given.items.length === 1 && !given.rest && !given.items.some(mayBeAbsent)
      ? (given.items[0] as Value)
      : unknown();
  if (!Number.isInteger(position)) return mistake(NOT_WHOLE, 1);
  if (given.rest) {
    const sure = position >= 0 && position < given.items.length && !given.items.some(mayBeAbsent);
    return sure ? (given.items[position] as Value) : (context.representative(given.rest) ?? unknown());
  }
  const found = overPresent("element", given.items, (present) => {
    if (present.length === 0) return mistake("an empty list has no elements", 0);
    const at = position % present.length;
    // From the end of a list, but not of a tuple.
    if (at < 0 && given.collection !== "list") return mistake("the index is negative", 1);
    return present.at(at) as Value;
  });
  return found ?? unknown();
}

function one([given]: readonly Value[], context: FunctionContext): FunctionResult {
  const unknown = (): Value => unknownCall({ name: "one", returns: "any" }, [given as Value]);
  if (given?.kind === "symbol") return context.representative(given) ?? unknown();
  if (given?.kind !== "list") return mistake("a list, set or tuple is needed", 0);
  const { rest } = given;
  if (rest && given.items.some(mayBeAbsent)) return unknown();
  // With one item known, any further one would be a mistake.
  if (rest && given.items.length === 0) return context.representative(rest) ?? unknown();
  const found = overPresent("one", given.items, (present) => {
    return present.length > 1
      ? mistake(`there must be one item at most, and there are ${present.length}`, 0)
      : (present[0] ?? NULL);
  });
  return found ?? unknown();
}

function whole(
  name: string,
  wrong: string,
  take: (items: readonly Value[], given: ListValue) => FunctionResult,
) {
  return ([given, ...others]: readonly Value[]): FunctionResult => {
    if (given?.kind === "symbol") return unknownCall({ name, returns: "list" }, [given, ...others]);
    if (given?.kind !== "list") return mistake(wrong, 0);
    if (given.rest) return unknownCall({ name, returns: "list" }, [given, ...others]);
    return (
      overPresent(name, given.items, (present) => take(present, given)) ??
      unknownCall({ name, returns: "list" }, [given, ...others])
    );
  };
}

function slice(args: readonly Value[]): FunctionResult {
  const [given, start, end] = args;
  if (given?.kind === "list" && given.collection === "set")
    return mistake("a set has no order, so it cannot be sliced", 0);
  if (start?.kind !== "literal" || end?.kind !== "literal")
    return unknownCall({ name: "slice", returns: "list" }, args);
  const from = numberOf(start);
  const to = numberOf(end);
  if (!Number.isInteger(from)) return mistake(NOT_WHOLE, 1);
  if (!Number.isInteger(to)) return mistake(NOT_WHOLE, 2);
  if (from < 0) return mistake("the start is negative", 1);
  if (from > to) return mistake("the start lies behind the end", 1);
  if (given?.kind === "list" && given.rest && to <= given.items.length && !given.items.some(mayBeAbsent)) {
    const { rest: _, ...known } = given;
    return { ...known, items: given.items.slice(from, to) };
  }
  return whole("slice", "a list or tuple is needed", (items, { collection }) => {
    if (to > items.length) return mistake(`the end lies behind the list's ${items.length} items`, 2);
    return list(items.slice(from, to), collection ? { collection } : {});
  })(args);
}

function chunkList(args: readonly Value[]): FunctionResult {
  const size = numberOf(args[1]);
  if (args[1]?.kind !== "literal") return unknownCall({ name: "chunklist", returns: "list" }, args);
  if (!Number.isInteger(size)) return mistake(NOT_WHOLE, 1);
  if (size < 0) return mistake("the size must not be negative", 1);
  return whole("chunklist", "a list is needed", (items, given) => {
    const chunks: Value[] = [];
    if (items.length === 0) return list([], { collection: "list" });
    for (let at = 0; at < items.length; at += size || items.length) {
      chunks.push({ ...given, items: items.slice(at, size === 0 ? undefined : at + size) });
    }
    return list(chunks, { collection: "list" });
  })(args);
}

/** Terraform's own limit on what `range` makes. */
const LONGEST_RANGE = 1024;

function range(args: readonly Value[]): FunctionResult {
  if (args.length === 0 || args.length > 3) return mistake("one, two or three numbers are needed");
  const numbers = args.map(numberOf) as [number, ...number[]];
  const [start, end] = numbers.length === 1 ? [0, numbers[0]] : [numbers[0], numbers[1] as number];
  const step = numbers[2] ?? (end < start ? -1 : 1);
  if (step === 0) return mistake("the step must not be zero", 2);
  if (step < 0 ? end > start : end < start) return mistake("the step leads away from the end", 2);
  const items: Value[] = [];
  for (let at = 0; step < 0 ? start + at * step > end : start + at * step < end; at++) {
    if (at >= LONGEST_RANGE) return mistake(`it would make more than ${LONGEST_RANGE} numbers`);
    items.push(literal(Number((start + at * step).toPrecision(15))));
  }
  return list(items, { collection: "list" });
}

function sort(args: readonly Value[]): FunctionResult {
  return whole("sort", "a list is needed", (items) => {
    if (items.some(isNull)) return mistake("null cannot be sorted", 0);
    if (items.length > 1 && !items.every((item) => item.kind === "literal"))
      return unknownCall({ name: "sort", returns: "list" }, args);
    return list(
      [...items].sort((a, b) => compareTexts(textOf(a), textOf(b))),
      { collection: "list" },
    );
  })(args);
}

function contains(args: readonly Value[]): FunctionResult {
  const [given, value] = args as [Value, Value];
  if (given.kind === "symbol") return unknownCall({ name: "contains", returns: "bool" }, args);
  if (given.kind !== "list") return mistake("a list, set or tuple is needed", 0);
  return Membership.in(given).of(value) ?? unknownCall({ name: "contains", returns: "bool" }, args);
}

function index(args: readonly Value[]): FunctionResult {
  const [given, value] = args as [Value, Value];
  const unknown = () => unknownCall({ name: "index", returns: "number" }, args);
  if (given.kind === "symbol") return unknown();
  if (given.kind !== "list" || given.collection === "set") return mistake("a list or tuple is needed", 0);
  if (given.items.some(mayBeAbsent)) return unknown();
  for (const [at, item] of given.items.entries()) {
    const same = equality(item, value);
    if (same.kind !== "literal") return unknown();
    if (same.value === true) return literal(at);
  }
  return given.rest ? unknown() : mistake("the item is not in the list");
}

function coalesceList(args: readonly Value[]): FunctionResult {
  if (args.length === 0) return mistake("at least one list is needed");
  const wrong = args.findIndex(
    (arg) => !isNull(arg) && arg.kind !== "symbol" && (arg.kind !== "list" || arg.collection === "set"),
  );
  if (wrong !== -1) return mistake("all arguments must be lists or tuples", wrong);
  for (const [at, arg] of args.entries()) {
    if (isNull(arg)) continue;
    if (
      arg.kind === "symbol" ||
      (arg.kind === "list" && arg.items.every(mayBeAbsent) && (arg.items.length > 0 || arg.rest))
    ) {
      return firstFilled(arg, args.slice(at + 1));
    }
    if (arg.kind === "list" && arg.items.length > 0) return arg;
  }
  return mistake("all the lists are empty");
}

/** Of a list that may be empty: itself where it is not, and what follows where it is. */
function firstFilled(first: Value, others: readonly Value[]): FunctionResult {
  const next = coalesceList(others.length > 0 ? others : [NULL]);
  if (isMistake(next)) return first;
  const length = unknownCall({ name: "length", returns: "number" }, [first]);
  return choose(equality(length, literal(0)), next, first);
}

function matchKeys(args: readonly Value[]): FunctionResult {
  const [values, keys, wanted] = args as [Value, Value, Value];
  const unknown = () => unknownCall({ name: "matchkeys", returns: "list" }, args);
  if (values.kind !== "list" || keys.kind !== "list" || wanted.kind !== "list") return unknown();
  if (values.rest || keys.rest || [...values.items, ...keys.items].some(mayBeAbsent)) return unknown();
  if (values.items.length !== keys.items.length) return mistake("there must be as many keys as values", 1);
  const common = unify([typeOf(keys), typeOf(wanted)]);
  const searched = common && convert(wanted, common);
  const converted = common && convert(keys, common);
  if (!searched || "error" in searched || !converted || "error" in converted)
    return mistake("the keys and what is searched for must be of one type", 2);
  const membership = Membership.in(searched.value as ListValue);
  const items: Value[] = [];
  for (const [at, key] of itemsOf(converted.value).entries()) {
    const among = membership.of(key);
    if (!among) return unknown();
    items.push(choose(among, values.items[at] as Value, ABSENT));
  }
  return list(
    items.filter((item) => item.kind !== "absent"),
    { collection: "list" },
  );
}

export const sequence: readonly TerraformFunction[] = [
  define(
    "chunklist",
    [parameter("list", listType(ANY)), parameter("size", NUMBER)],
    "list",
    chunkList,
    APART,
  ),
  define("coalescelist", [], "list", coalesceList, { copes: "cases", variadic: nullable("vals", ANY) }),
  define("compact", [parameter("list", listType(STRING))], "list", compact, APART),
  define("concat", [], "list", concat, {
    ...SURFACE,
    copes: "everything",
    variadic: parameter("seqs", ANY),
  }),
  define("contains", [LIST, parameter("value", ANY)], "bool", contains, {
    copes: "cases",
    // A text is looked up; anything larger is compared part by part with what is not wholly known.
    reads: ([, value]) => (value?.kind === "literal" ? "surface" : "all"),
  }),
  define("distinct", [parameter("list", listType(ANY))], "list", distinct, APART),
  define("element", [LIST, parameter("index", NUMBER)], "any", element, SURFACE),
  define("flatten", [LIST], "list", flatten, APART),
  define("index", [LIST, parameter("value", ANY)], "number", index, { copes: "cases" }),
  define(
    "matchkeys",
    [
      parameter("values", listType(ANY)),
      parameter("keys", listType(ANY)),
      parameter("searchset", listType(ANY)),
    ],
    "list",
    matchKeys,
    { copes: "cases" },
  ),
  define("one", [LIST], "any", one, SURFACE),
  define("range", [], "list", range, { variadic: parameter("params", NUMBER) }),
  define(
    "reverse",
    [LIST],
    "list",
    whole("reverse", "a list or tuple is needed", (items, { collection }) => {
      return list(items.toReversed(), collection ? { collection: "list" } : {});
    }),
    APART,
  ),
  define(
    "slice",
    [LIST, parameter("start_index", NUMBER), parameter("end_index", NUMBER)],
    "list",
    slice,
    APART,
  ),
  define("sort", [parameter("list", listType(STRING))], "list", sort, { copes: "cases" }),
];
