import { armOf, choose, listOf } from "./choice.ts";
import { describe } from "./describe.ts";
import { appliedSymbol, namedSymbol } from "./symbol.ts";
import {
  ABSENT,
  asSensitive,
  type Choice,
  isUnset,
  type ListValue,
  literal,
  type SymbolValue,
  type Value,
} from "./value.ts";

/**
 * A member of a value by name: of an object or resource its entry, of a choice the choice of both arms' members, of a
 * symbol a symbol. Absent when an object has no such entry; names compare as written.
 */
export function member(value: Value, name: string): Value {
  return isPlain(value) ? memberOf(value, name) : read(value, (owner) => memberOf(owner, name));
}

function memberOf(owner: Exclude<Value, Choice>, name: string): Value {
  switch (owner.kind) {
    case "object":
      return owner.entries.get(name) ?? (owner.rest ? member(owner.rest, name) : ABSENT);
    case "resource":
      return owner.resource.attribute(name);
    case "symbol":
      return memberOfSymbol(owner, name);
    default:
      return ABSENT;
  }
}

/** Like `member`, but names compare without case, as property names do in ARM. */
export function memberIgnoringCase(value: Value, name: string): Value {
  return isPlain(value) ? foldedMember(value, name) : read(value, (owner) => foldedMember(owner, name));
}

function foldedMember(owner: Exclude<Value, Choice>, name: string): Value {
  if (owner.kind !== "object") return member(owner, name);
  const exact = owner.entries.get(name);
  if (exact) return exact;
  const folded = name.toLowerCase();
  for (const key of owner.entries.keys()) {
    // Names of another length are most, and folding is what costs.
    if (key.length === name.length && key.toLowerCase() === folded) return owner.entries.get(key) ?? ABSENT;
  }
  return owner.rest ? memberIgnoringCase(owner.rest, name) : ABSENT;
}

type Steps = readonly (string | number)[];

/** The same few hundred paths are followed in every resource. Bounded, as positions make ever new ones. */
const STEPS = new Map<string, Steps>();
const MOST_PATHS = 4_096;

/** The steps of a dotted path: names, and positions of lists where `[0]` follows a name. */
export function pathSteps(path: string): Steps {
  const known = STEPS.get(path);
  if (known) return known;
  const steps = splitPath(path);
  if (STEPS.size >= MOST_PATHS) STEPS.clear();
  STEPS.set(path, steps);
  return steps;
}

function splitPath(path: string): Steps {
  if (!path.includes("[")) return path.split(".");
  return path.split(".").flatMap((part) => {
    const bracket = part.indexOf("[");
    if (bracket === -1) return [part];
    const positions = [...part.slice(bracket).matchAll(/\[(\d+)\]/g)].map(([, digits]) => Number(digits));
    return [part.slice(0, bracket), ...positions];
  });
}

/**
 * Follows a dotted path such as `properties.networkAcls.defaultAction` or `properties.ipConfigurations[0].name`; names
 * compare without case, and positions count the items of `itemsOf`.
 */
export function follow(value: Value, path: string): Value {
  let at = value;
  const steps = pathSteps(path);
  for (let depth = 0; depth < steps.length; depth++) {
    const step = steps[depth] as string | number;
    at = typeof step === "number" ? listedItem(at, step) : memberIgnoringCase(at, step);
  }
  return at;
}

/** The item at a position among those of `itemsOf`, where conditional items count as well. */
export function listedItem(value: Value, position: number): Value {
  const { items, rest } = itemsOf(value);
  return items[position] ?? (rest ? item(rest, position - items.length) : ABSENT);
}

function memberOfSymbol(symbol: SymbolValue, name: string): Value {
  const text = `${symbol.text}.${name}`;
  const extra = { ...(symbol.origin && { origin: symbol.origin }), ...symbol.members?.get(name) };
  const operands = [symbol, literal(name)];
  switch (symbol.reason) {
    case "expression":
      return appliedSymbol(".", operands, text, extra);
    case "error":
      return appliedSymbol(".", operands, text, { ...extra, reason: "error" });
    default:
      return {
        ...namedSymbol(symbol.reason, symbol.key, `.${name}`, extra),
        text,
        operator: ".",
        operands,
      };
  }
}

/** Conditional items that are passed over one by one to find a position behind them. */
const MOST_CONDITIONAL = 6;

/**
 * An item of a list by position, counted from 0. Items that may be absent do not count where they are: behind a few of them
 * the item is a choice. Absent behind the last one; a symbol where nobody can tell.
 */
export function item(value: Value, index: number): Value {
  return read(value, (owner) => {
    switch (owner.kind) {
      case "list": {
        const unknown = appliedSymbol("[]", [owner, literal(index)], `${describe(owner, 1)}[${index}]`);
        return itemAt(owner, index, unknown);
      }
      case "symbol": {
        const operands = [owner, literal(index)];
        const text = `${owner.text}[${index}]`;
        const extra = { ...(owner.origin && { origin: owner.origin }), ...owner.items };
        if (owner.reason !== "computed")
          return appliedSymbol("[]", operands, text, {
            ...extra,
            ...(owner.reason === "error" && { reason: "error" }),
          });
        const named = namedSymbol("computed", owner.key, `[${index}]`, extra);
        return { ...named, text, operator: "[]", operands };
      }
      default:
        return ABSENT;
    }
  });
}

function itemAt(list: ListValue, index: number, unknown: Value): Value {
  if (index >= 0 && index < firstConditional(list.items)) return list.items[index] ?? ABSENT;
  /** Many cases of one item go on with the same rest of the list. */
  const seen = new Map<string, Value>();
  return find(0, index, MOST_CONDITIONAL);

  function find(from: number, index: number, left: number): Value {
    let [at, wanted] = [from, index];
    for (let one = list.items[at]; one; one = list.items[++at]) {
      if (one.kind === "absent") continue;
      if (mayBeAbsent(one)) return left > 0 ? behind(one, at, wanted, left) : unknown;
      if (wanted-- === 0) return one;
    }
    return list.rest ? unknown : ABSENT;
  }

  function behind(one: Value, at: number, wanted: number, left: number): Value {
    if (one.kind === "choice") {
      const [then, otherwise] = [armOf(one, true), armOf(one, false)];
      return choose(one.condition, behind(then, at, wanted, left), behind(otherwise, at, wanted, left));
    }
    if (one.kind !== "absent" && wanted === 0) return one;
    return rest(at + 1, one.kind === "absent" ? wanted : wanted - 1, left - 1);
  }

  function rest(from: number, index: number, left: number): Value {
    const key = `${from} ${index}`;
    const found = seen.get(key) ?? find(from, index, left);
    seen.set(key, found);
    return found;
  }
}

/** Lists are asked for their items one by one, and must not be gone through for each of them. */
const FIRST_CONDITIONAL = new WeakMap<readonly Value[], number>();
/** Up to this length going through costs less than remembering. */
const SHORT_LIST = 8;

/** The position of the first item that may be absent: up to there items stand where they are listed. */
export function firstConditional(items: readonly Value[]): number {
  const known = items.length > SHORT_LIST ? FIRST_CONDITIONAL.get(items) : undefined;
  if (known !== undefined) return known;
  const found = items.findIndex(mayBeAbsent);
  const first = found === -1 ? items.length : found;
  if (items.length > SHORT_LIST) FIRST_CONDITIONAL.set(items, first);
  return first;
}

export function mayBeAbsent(value: Value): boolean {
  return (
    value.kind === "absent" ||
    (value.kind === "choice" && (mayBeAbsent(value.then) || mayBeAbsent(value.otherwise)))
  );
}

/**
 * The items of a list as far as they are known, and whether there may be more. A single value that is not a
 * list, a symbol for instance, has no known items and may have more; unset has none and no more.
 */
export function itemsOf(value: Value): { readonly items: readonly Value[]; readonly rest?: Value } {
  if (isUnset(value)) return { items: [] };
  const known = listOf(value);
  if (!known) return { items: [], rest: value };
  const items = known.items.filter((one) => one.kind !== "absent");
  return known.rest ? { items, rest: known.rest } : { items };
}

/** Neither a choice nor a secret: what is read from it is what is in it. */
function isPlain(value: Value): value is Exclude<Value, Choice> {
  return value.kind !== "choice" && !value.sensitive;
}

/** Reads from each arm of a choice; what is read from a secret is one. */
function read(value: Value, from: (owner: Exclude<Value, Choice>) => Value): Value {
  const found =
    value.kind === "choice"
      ? choose(value.condition, read(armOf(value, true), from), read(armOf(value, false), from))
      : from(value);
  return value.sensitive && found.kind !== "absent" ? asSensitive(found) : found;
}
