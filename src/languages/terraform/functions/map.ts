import {
  ABSENT,
  choose,
  countArms,
  isNull,
  isString,
  isUnset,
  list,
  literal,
  mapArms,
  mayBeAbsent,
  member,
  type ObjectValue,
  object,
  type Value,
} from "../../../value/index.ts";
import { ANY, compareTexts, convert, listType, mapType, STRING, sameType, typeOf } from "../types/index.ts";
import { define, itemsOf, nullable, parameter, textOf, texts } from "./arguments.ts";
import { equality } from "./condition.ts";
import {
  type FunctionContext,
  type FunctionError,
  type FunctionResult,
  isMistake,
  mistake,
  type TerraformFunction,
} from "./function.ts";
import { unknownCall } from "./unknown.ts";

const APART = { copes: "cases", secrets: "apart" } as const;
const SURFACE = { ...APART, reads: "surface" } as const;

/** A resource as the object that it is: what is set, and open for what only the cloud knows. */
function asObject(value: Value): ObjectValue | undefined {
  if (value.kind === "object") return value;
  if (value.kind !== "resource") return undefined;
  const names = value.resource.attributeNames();
  return object(new Map(names.map((name) => [name, value.resource.attribute(name)])), { rest: value });
}

/** Puts an item where its entry is there. */
function whereThere(entry: Value, item: Value): Value {
  if (entry.kind === "choice" && mayBeAbsent(entry)) {
    return choose(entry.condition, whereThere(entry.then, item), whereThere(entry.otherwise, item));
  }
  return entry.kind === "absent" ? ABSENT : item;
}

function keys([given]: readonly Value[], context: FunctionContext): FunctionResult {
  const unknown = () => unknownCall({ name: "keys", returns: "list" }, [given as Value]);
  if (given?.kind === "symbol") return unknown();
  const map = asObject(given as Value);
  if (!map) return mistake("a map or object is needed", 0);
  const names = [...map.entries.keys()].sort(compareTexts);
  const items = names.map((name) => whereThere(map.entries.get(name) as Value, context.keyValue(name)));
  const collection = map.collection === "map" ? { collection: "list" as const } : {};
  return list(
    items.filter((item) => item.kind !== "absent"),
    { ...collection, ...(map.rest && { rest: unknownCall({ name: "keys", returns: "list" }, [map.rest]) }) },
  );
}

function values([given]: readonly Value[]): FunctionResult {
  if (given?.kind === "symbol") return unknownCall({ name: "values", returns: "list" }, [given]);
  const map = asObject(given as Value);
  if (!map) return mistake("a map or object is needed", 0);
  const names = [...map.entries.keys()].sort(compareTexts);
  const items = names.map((name) => map.entries.get(name) as Value).filter((item) => item.kind !== "absent");
  // The same unknown stands for the further members: what represents them goes on doing so.
  return list(items, {
    ...(map.collection === "map" && { collection: "list" as const }),
    ...(map.rest && { rest: map.rest }),
  });
}

/** Entries up to which a key that is not known gives a choice between all of them. */
const MOST_ENTRIES = 8;

function lookup(args: readonly Value[], context: FunctionContext): FunctionResult {
  const [given, key, fallback] = args as [Value, Value, Value?];
  if (args.length > 3) return mistake("it takes two or three arguments", 3);
  const unknown = () => unknownCall({ name: "lookup", returns: "any" }, args);
  if (given.kind === "symbol") return fallback || !isString(key) ? unknown() : member(given, key.value);
  if (given.kind === "resource" && isString(key))
    return orFallback(given.resource.attribute(key.value), fallback, key);
  const map = asObject(given);
  if (!map) return mistake("a map or object is needed", 0);
  const missing = fallback === undefined ? undefined : fallbackFor(map, fallback);
  if (missing && isMistake(missing)) return missing;
  const entry = map.entries.get(key.kind === "literal" ? textOf(key) : context.entryName(key));
  if (entry) return orFallback(entry, missing, key);
  if (map.rest) return context.representative(map.rest) ?? unknown();
  const open = context.hasSymbolicKeys ? entriesOfUnknownKeys(map, context) : [];
  if (open.length > 0) return missing && open.length <= MOST_ENTRIES ? among(open, key, missing) : unknown();
  if (key.kind === "literal") return missing ?? mistake(`there is no \`${textOf(key)}\` in the map`, 1);
  return map.entries.size <= MOST_ENTRIES && missing ? amongEntries(map, key, missing) : unknown();
}

/** The default as the map's other entries are. */
function fallbackFor(map: ObjectValue, fallback: Value): FunctionResult {
  const type = map.collection === "map" ? typeOf(map) : undefined;
  if (type?.kind !== "map") return fallback;
  const conversion = convert(fallback, type.element);
  return "error" in conversion
    ? mistake(`the default is not of the map's type: ${conversion.error}`, 2)
    : conversion.value;
}

function orFallback(entry: Value, fallback: Value | undefined, key: Value): FunctionResult {
  if (!mayBeAbsent(entry)) return entry;
  if (fallback) return mapArms(entry, (leaf) => (leaf.kind === "absent" ? fallback : leaf));
  return entry.kind === "absent" ? mistake(`there is no \`${textOf(key)}\` in the map`, 1) : entry;
}

function amongEntries(map: ObjectValue, key: Value, fallback: Value): Value {
  return among(
    [...map.entries].map(([name, entry]) => ({ key: literal(name), entry })),
    key,
    fallback,
  );
}

interface Entry {
  readonly key: Value;
  readonly entry: Value;
}

/** Entries whose keys nobody knows: any key may turn out to be theirs. */
function entriesOfUnknownKeys(map: ObjectValue, context: FunctionContext): readonly Entry[] {
  const open: Entry[] = [];
  for (const [name, entry] of map.entries) {
    const key = context.keyValue(name);
    if (key.kind !== "literal") open.push({ key, entry });
  }
  return open;
}

function among(entries: readonly Entry[], wanted: Value, fallback: Value): Value {
  return entries.reduceRight<Value>((rest, { key, entry }) => {
    const there = mapArms(entry, (leaf) => (leaf.kind === "absent" ? rest : leaf));
    return choose(equality(wanted, key), there, rest);
  }, fallback);
}

/** What is merged so far: later entries take the place of earlier ones. */
interface Merged {
  readonly entries: ReadonlyMap<string, Value>;
  readonly rests: readonly Value[];
}

const MOST_CASES = 32;

function merge(args: readonly Value[]): FunctionResult {
  let merged: Merged = { entries: new Map(), rests: [] };
  for (const [at, arg] of args.entries()) {
    if (countArms(arg) > MOST_CASES) return unknownCall({ name: "merge", returns: "object" }, args);
    const next = mergeOne(merged, arg);
    if (next.kind === "mistake") return mistake(next.message, at);
    merged = next.merged;
  }
  const [first] = merged.rests;
  const rest =
    merged.rests.length > 1 ? unknownCall({ name: "merge", returns: "object" }, merged.rests) : first;
  const isMap = args.length > 0 && args.every((arg) => arg.kind === "object" && arg.collection === "map");
  const sameMaps = isMap && args.every((arg) => sameType(typeOf(arg), typeOf(args[0] as Value)));
  return object(merged.entries, { ...(sameMaps && { collection: "map" as const }), ...(rest && { rest }) });
}

type MergeStep = { readonly kind: "step"; readonly merged: Merged } | FunctionError;

function mergeOne(merged: Merged, arg: Value): MergeStep {
  if (arg.kind === "choice") return mergeChoice(merged, arg);
  if (isUnset(arg)) return { kind: "step", merged };
  if (arg.kind === "symbol") return { kind: "step", merged: overriddenBy(merged, arg) };
  const given = asObject(arg);
  if (!given) return mistake("all arguments must be maps or objects");
  const entries = new Map((given.rest ? overriddenBy(merged, given.rest) : merged).entries);
  for (const [name, entry] of given.entries) {
    const before = entries.get(name) ?? ABSENT;
    entries.set(
      name,
      mayBeAbsent(entry) ? mapArms(entry, (leaf) => (leaf.kind === "absent" ? before : leaf)) : entry,
    );
  }
  return {
    kind: "step",
    merged: { entries, rests: given.rest ? [...merged.rests, given.rest] : merged.rests },
  };
}

/** What an unknown map is merged over may be replaced by it: each entry is the map's own or stays what it was. */
function overriddenBy(merged: Merged, unknown: Value): Merged {
  const entries = new Map<string, Value>();
  for (const [name, entry] of merged.entries) {
    entries.set(name, unknownCall({ name: "lookup", returns: "any" }, [unknown, literal(name), entry]));
  }
  return { entries, rests: [...merged.rests, unknown] };
}

/** Either arm merged, entry by entry under the condition. */
function mergeChoice(merged: Merged, choice: Value & { readonly kind: "choice" }): MergeStep {
  const then = mergeOne(merged, choice.then);
  const otherwise = mergeOne(merged, choice.otherwise);
  if (then.kind === "mistake") return otherwise.kind === "mistake" ? then : otherwise;
  if (otherwise.kind === "mistake") return then;
  const entries = new Map<string, Value>();
  for (const name of [...then.merged.entries.keys(), ...otherwise.merged.entries.keys()]) {
    entries.set(
      name,
      choose(
        choice.condition,
        then.merged.entries.get(name) ?? ABSENT,
        otherwise.merged.entries.get(name) ?? ABSENT,
      ),
    );
  }
  return {
    kind: "step",
    merged: { entries, rests: [...new Set([...then.merged.rests, ...otherwise.merged.rests])] },
  };
}

function zipMap(args: readonly Value[], context: FunctionContext): FunctionResult {
  const [names, given] = args as [Value, Value];
  const unknown = () => unknownCall({ name: "zipmap", returns: "object" }, args);
  if (names.kind === "symbol" || given.kind === "symbol") return unknown();
  if (given.kind !== "list" || given.collection === "set")
    return mistake("the values must be a list or tuple", 1);
  const items = itemsOf(names);
  if (names.kind !== "list" || names.rest || given.rest || [...items, ...given.items].some(mayBeAbsent))
    return unknown();
  if (items.length !== given.items.length)
    return mistake(`there are ${items.length} keys for ${given.items.length} values`);
  const at = items.findIndex(isNull);
  if (at !== -1) return mistake(`key ${at} is null`, 0);
  if (items.some((item) => item.kind === "choice")) return unknown();
  const entries = new Map(
    items.map((item, position) => [context.entryName(item), given.items[position] as Value]),
  );
  return object(entries, given.collection === "list" ? { collection: "map" } : {});
}

function transpose([given]: readonly Value[]): FunctionResult {
  if (given?.kind !== "object") return mistake("a map of lists is needed", 0);
  const turned = new Map<string, string[]>();
  for (const [name, items] of given.entries) {
    if (isNull(items)) return mistake("a list in the map is null", 0);
    for (const item of itemsOf(items)) {
      if (isNull(item)) return mistake("a list in the map has null in it", 0);
      const names = turned.get(textOf(item));
      if (names) names.push(name);
      else turned.set(textOf(item), [name]);
    }
  }
  const entries = [...turned].map(([name, names]): [string, Value] => [
    name,
    list(texts(names.sort(compareTexts)), { collection: "list" }),
  ]);
  return object(new Map(entries), { collection: "map" });
}

export const map: readonly TerraformFunction[] = [
  define("keys", [parameter("inputMap", ANY)], "list", keys, SURFACE),
  define("lookup", [parameter("inputMap", ANY), parameter("key", STRING)], "any", lookup, {
    ...SURFACE,
    variadic: nullable("default", ANY),
  }),
  define("merge", [], "object", merge, {
    ...SURFACE,
    copes: "everything",
    variadic: nullable("maps", ANY),
  }),
  define("transpose", [parameter("values", mapType(listType(STRING)))], "object", transpose),
  define("values", [parameter("mapping", ANY)], "list", values, SURFACE),
  define("zipmap", [parameter("keys", listType(STRING)), parameter("values", ANY)], "object", zipMap, APART),
];
