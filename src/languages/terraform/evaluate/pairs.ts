import {
  appliedSymbol,
  type Choice,
  choose,
  FALSE,
  isNull,
  keyOf,
  type ListValue,
  literal,
  mayBeAbsent,
  type ObjectValue,
  type SymbolValue,
  TRUE,
  type Value,
} from "../../../value/index.ts";
import type { Evaluation } from "./evaluation.ts";
import { chooseCondition, connect, negate } from "./operators.ts";

/** A member of a collection, with the condition under which it is there. */
export interface Pair {
  readonly key: Value;
  readonly value: Value;
  readonly condition: Value;
  /** It stands for any number of members of an unknown collection. */
  readonly symbolic: boolean;
}

export interface Pairs {
  readonly pairs: readonly Pair[];
  /** The unknown collection that further members may come from. */
  readonly rest?: Value;
}

/** The members of a collection in Terraform's order, or undefined when the value is none: what `for` runs over. */
export function pairsOf(value: Value, evaluation: Evaluation): Pairs | undefined {
  switch (value.kind) {
    case "list":
      return pairsOfList(value);
    case "object":
      return pairsOfObject(value, evaluation);
    case "choice":
      return pairsOfChoice(value, evaluation);
    case "symbol":
      return { pairs: [unknownMember(value)], rest: value };
    case "resource": {
      const names = [...value.resource.attributeNames()].sort();
      const pairs = names.map((name) => certain(literal(name), value.resource.attribute(name)));
      return { pairs, rest: appliedSymbol("attributes", [value], value.resource.address) };
    }
    default:
      return undefined;
  }
}

function certain(key: Value, value: Value): Pair {
  return { key, value, condition: TRUE, symbolic: false };
}

function pairsOfList(list: ListValue): Pairs {
  const pairs: Pair[] = [];
  list.items.forEach((item, at) => {
    for (const { value, condition } of presences(item)) {
      const key = list.collection === "set" ? value : literal(at);
      pairs.push({ key, value, condition, symbolic: false });
    }
  });
  return list.rest ? withRest(pairs, list.rest) : { pairs };
}

function pairsOfObject(object: ObjectValue, evaluation: Evaluation): Pairs {
  const pairs: Pair[] = [];
  for (const name of [...object.entries.keys()].sort()) {
    const key = evaluation.keyValue(name);
    const symbolic = object.rest !== undefined && key.kind === "symbol" && key.operator === EACH_KEY;
    for (const { value, condition } of presences(object.entries.get(name) as Value))
      pairs.push({ key, value, condition, symbolic });
  }
  return object.rest ? withRest(pairs, object.rest) : { pairs };
}

function withRest(pairs: Pair[], rest: Value): Pairs {
  if (!pairs.some((pair) => pair.symbolic) && rest.kind === "symbol") pairs.push(unknownMember(rest));
  return { pairs, rest };
}

/** The members of both arms, each under its arm's condition; a member that both have is one. */
function pairsOfChoice(choice: Choice, evaluation: Evaluation): Pairs | undefined {
  const then = pairsOfArm(choice.then, evaluation);
  const otherwise = pairsOfArm(choice.otherwise, evaluation);
  if (!then || !otherwise) return undefined;
  const right = new Map(otherwise.pairs.map((pair) => [nameOf(pair), pair]));
  const pairs: Pair[] = [];
  for (const pair of then.pairs) {
    const other = right.get(nameOf(pair));
    right.delete(nameOf(pair));
    pairs.push({
      ...pair,
      value: other ? choose(choice.condition, pair.value, other.value) : pair.value,
      condition: eitherCondition(choice.condition, pair.condition, other?.condition ?? FALSE),
    });
  }
  for (const pair of right.values())
    pairs.push({ ...pair, condition: eitherCondition(choice.condition, FALSE, pair.condition) });
  const rest = then.rest ?? otherwise.rest;
  return { pairs, ...(rest && { rest }) };
}

function nameOf({ key }: Pair): string {
  return key.kind === "literal" ? `${typeof key.value}:${String(key.value)}` : keyOf(key);
}

/** `condition ? then : otherwise` of three conditions, as short as it can be said. */
function eitherCondition(condition: Value, then: Value, otherwise: Value): Value {
  if (otherwise.kind === "literal" && otherwise.value === false) return both(condition, then);
  if (then.kind === "literal" && then.value === false) return both(inverse(condition), otherwise);
  return chooseCondition(condition, then, otherwise);
}

function inverse(condition: Value): Value {
  const opposite = negate(condition);
  return opposite.kind === "mistake" ? TRUE : opposite;
}

function pairsOfArm(value: Value, evaluation: Evaluation): Pairs | undefined {
  return value.kind === "absent" || isNull(value) || (value.kind === "symbol" && value.reason === "error")
    ? { pairs: [] }
    : pairsOf(value, evaluation);
}

/** The values that an item can have where it is there. */
function presences(item: Value): readonly { readonly value: Value; readonly condition: Value }[] {
  if (!mayBeAbsent(item)) return [{ value: item, condition: TRUE }];
  if (item.kind !== "choice") return [];
  const under = (condition: Value, arm: Value) =>
    presences(arm).map(({ value, condition: inner }) => ({ value, condition: both(condition, inner) }));
  return [...under(item.condition, item.then), ...under(inverse(item.condition), item.otherwise)];
}

/** The conjunction of two conditions, as short as it can be said. */
export function both(left: Value, right: Value): Value {
  if (right.kind === "literal" && right.value === true) return left;
  if (left.kind === "literal" && left.value === true) return right;
  const result = connect("&&", left, () => right);
  return result.kind === "mistake" ? left : result;
}

const EACH_KEY = "each.key";

/**
 * What stands for all members of an unknown collection. Its key and value are the same symbols wherever the same collection is run over, so
 * that what two loops over it make belongs together.
 */
function unknownMember(collection: SymbolValue): Pair {
  const key = appliedSymbol(EACH_KEY, [collection], EACH_KEY, { type: "string" });
  const isSet = collection.operator === "toset";
  const value = isSet ? key : appliedSymbol("[]", [collection, key], `${collection.text}[${EACH_KEY}]`);
  const extra = collection.origin ? { origin: collection.origin } : {};
  return {
    key: { ...key, ...extra },
    value: { ...value, ...extra },
    condition: isNotEmpty(collection),
    symbolic: true,
  };
}

function isNotEmpty(collection: SymbolValue): Value {
  const length = appliedSymbol("length", [collection], `length(${collection.text})`, { type: "number" });
  const extra = collection.origin ? { origin: collection.origin } : {};
  return appliedSymbol(">", [length, literal(0)], `${length.text} > 0`, { type: "bool", ...extra });
}
