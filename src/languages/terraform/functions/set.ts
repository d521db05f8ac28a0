import { ABSENT, choose, type ListValue, list, mayBeAbsent, type Value } from "../../../value/index.ts";
import { ANY, convert, listType, membersOf, setType, typeOf, unify } from "../types/index.ts";
import { define, parameter } from "./arguments.ts";
import { allOf, negation } from "./condition.ts";
import { type FunctionResult, mistake, type TerraformFunction } from "./function.ts";
import { MOST_ITEMS } from "./limits.ts";
import { Membership } from "./membership.ts";
import { unknownCall } from "./unknown.ts";

const SET = parameter("first_set", setType(ANY));
const SETS = { copes: "cases", variadic: parameter("other_sets", setType(ANY)) } as const;

/** Sets with members of one type; a mistake when there is none, undefined when one of them is not known. */
function ofOneType(args: readonly Value[]): readonly ListValue[] | ReturnType<typeof mistake> | undefined {
  const sets = args.filter((arg) => arg.kind === "list");
  if (sets.length < args.length) return undefined;
  const type = unify(sets.filter((set) => set.items.length > 0).map(typeOf));
  if (!type) return mistake("the sets must have members of one type");
  const converted: ListValue[] = [];
  for (const set of sets) {
    const conversion = convert(set, type);
    if ("error" in conversion || conversion.value.kind !== "list")
      return mistake("the sets must have members of one type");
    converted.push(conversion.value);
  }
  return converted;
}

function ofSets(name: string, combine: (sets: readonly ListValue[]) => FunctionResult | undefined) {
  return (args: readonly Value[]): FunctionResult => {
    const sets = ofOneType(args);
    if (sets && "kind" in sets) return sets;
    return (sets && combine(sets)) ?? unknownCall({ name, returns: "list" }, args);
  };
}

function union(sets: readonly ListValue[]): FunctionResult {
  const rests = sets.flatMap((set) => (set.rest ? [set.rest] : []));
  const rest = rests.length > 1 ? unknownCall({ name: "setunion", returns: "list" }, rests) : rests[0];
  return list(membersOf(sets.flatMap((set) => set.items)), { collection: "set", ...(rest && { rest }) });
}

/** The members of a set under the condition that `wanted` gives; undefined when it cannot be told for one of them. */
function membersWhere(
  set: ListValue,
  wanted: (member: Value) => Value | undefined,
): FunctionResult | undefined {
  if (set.rest || set.items.some(mayBeAbsent)) return undefined;
  const members: Value[] = [];
  for (const member of set.items) {
    const condition = wanted(member);
    if (!condition) return undefined;
    members.push(choose(condition, member, ABSENT));
  }
  return list(
    members.filter((member) => member.kind !== "absent"),
    { collection: "set" },
  );
}

function intersection([first, ...others]: readonly ListValue[]): FunctionResult | undefined {
  const memberships = others.map((other) => Membership.in(other));
  return membersWhere(first as ListValue, (member) => {
    const among = memberships.map((other) => other.of(member));
    return among.includes(undefined) ? undefined : allOf(among as Value[]);
  });
}

function difference([first, second]: readonly ListValue[]): FunctionResult | undefined {
  const membership = Membership.in(second as ListValue);
  return membersWhere(first as ListValue, (member) => {
    const among = membership.of(member);
    return among && negation(among);
  });
}

function product(args: readonly Value[]): FunctionResult {
  if (args.length < 2) return mistake("at least two lists are needed");
  const unknown = () => unknownCall({ name: "setproduct", returns: "list" }, args);
  const factors: (readonly Value[])[] = [];
  let size = 1;
  for (const [at, arg] of args.entries()) {
    if (arg.kind === "symbol") return unknown();
    if (arg.kind !== "list") return mistake("a list or set is needed", at);
    if (arg.rest || arg.items.some(mayBeAbsent)) return unknown();
    const conversion =
      arg.collection === undefined || arg.collection === "tuple"
        ? convert(arg, listType(ANY))
        : { value: arg };
    if ("error" in conversion) return mistake("all items must be of one type", at);
    factors.push((conversion.value as ListValue).items);
    size *= arg.items.length;
  }
  if (size > MOST_ITEMS) return mistake(`it would make ${size} combinations`);
  let combinations: (readonly Value[])[] = [[]];
  for (const factor of factors)
    combinations = combinations.flatMap((combination) => factor.map((item) => [...combination, item]));
  const isSet = args.some((arg) => arg.kind === "list" && arg.collection === "set");
  const items = combinations.map((combination) => list(combination));
  return list(isSet ? membersOf(items) : items, { collection: isSet ? "set" : "list" });
}

export const sets: readonly TerraformFunction[] = [
  define("setintersection", [SET], "list", ofSets("setintersection", intersection), SETS),
  define("setproduct", [], "list", product, {
    copes: "cases",
    secrets: "apart",
    variadic: parameter("sets", ANY),
  }),
  define(
    "setsubtract",
    [parameter("a", setType(ANY)), parameter("b", setType(ANY))],
    "list",
    ofSets("setsubtract", difference),
    { copes: "cases" },
  ),
  define("setunion", [SET], "list", ofSets("setunion", union), SETS),
];
