import {
  choose,
  FALSE,
  isNull,
  isUnset,
  literal,
  mapArms,
  mayBeAbsent,
  NULL,
  type Value,
} from "../../../value/index.ts";
import { ANY, BOOL, convert, listType, typeOf, unify } from "../types/index.ts";
import { define, nullable, parameter } from "./arguments.ts";
import { overPresent } from "./cases.ts";
import { allOf, anyOf, equality } from "./condition.ts";
import { type FunctionResult, isMistake, mistake, type TerraformFunction } from "./function.ts";
import { charactersOf } from "./text.ts";
import { unknownCall } from "./unknown.ts";

/** `alltrue` and `anytrue`: null is no truth. */
function overConditions(name: "alltrue" | "anytrue"): TerraformFunction {
  const combine = name === "alltrue" ? allOf : anyOf;
  const call = (args: readonly Value[]): FunctionResult => {
    const [given] = args;
    const unknown = () => unknownCall({ name, returns: "bool" }, args);
    if (given?.kind !== "list") return unknown();
    const without = literal(name === "alltrue");
    const conditions = given.items.map((item) =>
      mapArms(item, (leaf) => (leaf.kind === "absent" ? without : isNull(leaf) ? FALSE : leaf)),
    );
    const combined = combine(conditions);
    // An open end leaves only the answer that one item gives.
    return given.rest && !(combined.kind === "literal" && combined.value === (name === "anytrue"))
      ? unknown()
      : combined;
  };
  return define(name, [parameter("list", listType(BOOL))], "bool", call, { copes: "cases" });
}

/** The first that is neither null nor empty. Of one that may be either, the next stands in under that condition. */
function coalesce(args: readonly Value[]): FunctionResult {
  const type = unify(args.map(typeOf));
  if (!type) return mistake("all arguments must be of one type");
  return firstOf(
    args.map((arg) => {
      const conversion = convert(arg, type);
      return "value" in conversion ? conversion.value : arg;
    }),
    type.kind,
  );
}

function firstOf(args: readonly Value[], kind: string): FunctionResult {
  const [first, ...others] = args;
  if (!first) return mistake("all arguments are null or empty");
  if (isUnset(first) || (first.kind === "literal" && first.value === "")) return firstOf(others, kind);
  if (first.kind !== "symbol" || first.via?.attribute === "id") return first;
  const next = firstOf(others, kind);
  if (isMistake(next)) return first;
  const isString = kind === "string" || (kind === "any" && first.type !== "number" && first.type !== "bool");
  const unset = isString
    ? anyOf([equality(first, NULL), equality(first, literal(""))])
    : equality(first, NULL);
  return choose(unset, next, first);
}

function length([given]: readonly Value[]): FunctionResult {
  const unknown = () => unknownCall({ name: "length", returns: "number" }, [given as Value]);
  switch (given?.kind) {
    case "literal":
      return typeof given.value === "string"
        ? literal(charactersOf(given.value).length)
        : mistake("a collection or a string is needed", 0);
    case "list": {
      if (given.rest) return unknown();
      // Two members of a set that are not known may be one and the same.
      const uncertain =
        given.collection === "set" && given.items.length > 1 && given.items.some((item) => !isCertain(item));
      return uncertain
        ? unknown()
        : (overPresent("length", given.items, (present) => literal(present.length)) ?? unknown());
    }
    case "object": {
      if (given.rest) return unknown();
      const entries = [...given.entries.values()];
      return overPresent("length", entries, (present) => literal(present.length)) ?? unknown();
    }
    default:
      return unknown();
  }
}

function isCertain(item: Value): boolean {
  return item.kind !== "symbol" && item.kind !== "template" && (item.kind !== "choice" || mayBeAbsent(item));
}

export const logic: readonly TerraformFunction[] = [
  overConditions("alltrue"),
  overConditions("anytrue"),
  define("coalesce", [], "any", coalesce, {
    copes: "cases",
    reads: "surface",
    variadic: nullable("vals", ANY),
  }),
  define("length", [parameter("value", ANY)], "number", length, {
    copes: "cases",
    secrets: "apart",
    reads: "surface",
  }),
];
