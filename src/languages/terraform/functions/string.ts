import {
  appliedString,
  appliedSymbol,
  concatenate,
  FALSE,
  list,
  literal,
  partsOf,
  type SymbolValue,
  splitString,
  TRUE,
  type Value,
} from "../../../value/index.ts";
import { listType, NUMBER, STRING } from "../types/index.ts";
import { define, handedOn, isText, itemsOf, NOT_WHOLE, numberOf, parameter, textOf } from "./arguments.ts";
import { overPresent } from "./cases.ts";
import { anyOf, equality } from "./condition.ts";
import { type FunctionResult, mistake, type TerraformFunction } from "./function.ts";
import { LONGEST, lengthOf, MOST_ITEMS } from "./limits.ts";
import { charactersOf, knownEnd, knownStart, knownTexts, SPACE, withEnd } from "./text.ts";
import { unknownCall } from "./unknown.ts";

const STR = parameter("str", STRING);

/** A function of one string: of what is no literal, `partial` says what can be known. */
function ofText(
  name: string,
  whole: (text: string) => string,
  partial?: (value: Value) => Value | undefined,
): TerraformFunction {
  const call = ([str]: readonly Value[]): FunctionResult => {
    const value = str as Value;
    if (isText(value)) return handedOn(literal(whole(value.value)), value);
    const known = partial?.(value) ?? appliedString(name, [value]);
    return handedOn(known, value);
  };
  return define(name, [STR], "string", call, { copes: "cases" });
}

/** `lower` and `upper`, part by part: an unknown part stays one part. */
function folding(name: "lower" | "upper", fold: (text: string) => string): TerraformFunction {
  const folded = (value: Value): Value => {
    if (value.kind === "literal") return literal(fold(String(value.value)));
    if (value.kind === "template") return handedOn(concatenate(value.parts.map(folded)), value);
    if (value.kind !== "symbol") return value;
    if (value.operator === name) return value;
    const operands =
      value.operator === "lower" || value.operator === "upper" ? (value.operands ?? [value]) : [value];
    const symbol = appliedSymbol(
      name,
      operands,
      `${name}(${operands[0]?.kind === "symbol" ? operands[0].text : "…"})`,
      {
        type: "string",
        ...(value.segment && { segment: true as const }),
        ...(value.domain && { domain: value.domain.map(folded) }),
      },
    );
    return handedOn(symbol, value);
  };
  return ofText(name, fold, folded);
}

/** Character by character, as Terraform does it: `ß` has no single capital, and a sigma at the end is one like any other. */
function upper(text: string): string {
  return isAscii(text) ? text.toUpperCase() : Array.from(text, capitalOf).join("");
}

function capitalOf(character: string): string {
  const capital = character.toUpperCase();
  return [...capital].length === 1 ? capital : character;
}

function lower(text: string): string {
  return isAscii(text)
    ? text.toLowerCase()
    : Array.from(text, (character) => [...character.toLowerCase()][0] ?? "").join("");
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

/** A test on a string and a part of it: true, false or undefined when it cannot be told. */
function test(
  name: string,
  part: string,
  decide: (value: Value, text: string) => boolean | undefined,
): TerraformFunction {
  const call = ([str, wanted]: readonly Value[]): FunctionResult => {
    const among =
      isText(wanted) &&
      str?.kind === "symbol" &&
      acceptedOf(str, (text) => decide(literal(text), wanted.value));
    if (among) return among;
    const answer = isText(wanted) ? decide(str as Value, wanted.value) : undefined;
    if (answer === undefined) return unknownCall({ name, returns: "bool" }, [str as Value, wanted as Value]);
    return answer ? TRUE : FALSE;
  };
  return define(name, [STR, parameter(part, STRING)], "bool", call, { copes: "cases" });
}

/** Of an input with a few possible values the condition that it is one of those that pass; undefined for any other. */
function acceptedOf(symbol: SymbolValue, passes: (text: string) => boolean | undefined): Value | undefined {
  const texts = symbol.domain?.map((one) => (isText(one) ? one.value : undefined));
  if (!texts || texts.length === 0 || texts.includes(undefined)) return undefined;
  const passing = (texts as string[]).filter((text) => passes(text) === true);
  if (passing.length === texts.length) return TRUE;
  return anyOf(passing.map((text) => equality(symbol, literal(text))));
}

function startsWith(value: Value, prefix: string): boolean | undefined {
  const start = knownStart(value);
  if (value.kind === "literal" || start.length >= prefix.length) return start.startsWith(prefix);
  return prefix.startsWith(start) ? undefined : false;
}

function endsWith(value: Value, suffix: string): boolean | undefined {
  const end = knownEnd(value);
  if (value.kind === "literal" || end.length >= suffix.length) return end.endsWith(suffix);
  return suffix.endsWith(end) ? undefined : false;
}

/** `trimprefix` and `trimsuffix`. */
function without(name: "trimprefix" | "trimsuffix", at: 0 | -1): TerraformFunction {
  const call = ([str, part]: readonly Value[]): FunctionResult => {
    const value = str as Value;
    if (!isText(part)) return unknownCall({ name, returns: "string" }, [value, part as Value]);
    const has = at === 0 ? startsWith(value, part.value) : endsWith(value, part.value);
    if (has === undefined) return unknownCall({ name, returns: "string" }, [value, part]);
    if (!has) return value;
    const cut = (text: string): string =>
      at === 0 ? text.slice(part.value.length) : text.slice(0, text.length - part.value.length);
    if (value.kind === "literal") return handedOn(literal(cut(textOf(value))), value);
    if (value.kind !== "template") return value;
    return concatenate(withEnd(value, at, cut(at === 0 ? knownStart(value) : knownEnd(value))));
  };
  return define(name, [STR, parameter(at === 0 ? "prefix" : "suffix", STRING)], "string", call, {
    copes: "cases",
  });
}

function trim([str, cutset]: readonly Value[]): FunctionResult {
  const value = str as Value;
  if (!isText(cutset)) return unknownCall({ name: "trim", returns: "string" }, [value, cutset as Value]);
  const cut = new Set(cutset.value);
  if (isText(value)) {
    const characters = [...value.value];
    const start = characters.findIndex((character) => !cut.has(character));
    if (start === -1) return literal("");
    const end = characters.findLastIndex((character) => !cut.has(character));
    return handedOn(literal(characters.slice(start, end + 1).join("")), value);
  }
  const [first] = knownStart(value);
  const last = [...knownEnd(value)].at(-1);
  if (first !== undefined && last !== undefined && !cut.has(first) && !cut.has(last)) return value;
  return unknownCall({ name: "trim", returns: "string" }, [value, cutset]);
}

const LEADING_SPACE = new RegExp(`^[${SPACE}]+`);
const ANY_SPACE = new RegExp(`[${SPACE}]`);
const TRAILING_SPACE = new RegExp(`[${SPACE}]+$`);

/** Space at the known ends is cut; whether an unknown end has any cannot be told. */
function trimSpaceOf(value: Value): Value | undefined {
  if (value.kind !== "template") return undefined;
  const start = knownStart(value).replace(LEADING_SPACE, "");
  const end = knownEnd(value).replace(TRAILING_SPACE, "");
  if (start === "" || end === "") return undefined;
  if (start === knownStart(value) && end === knownEnd(value)) return value;
  const parts = [...partsOf(value)];
  parts[0] = literal(start);
  parts[parts.length - 1] = literal(end);
  return concatenate(parts);
}

/** The last loop over a text backwards: a regular expression would try every blank in it. */
function trimSpace(text: string): string {
  let end = text.length;
  while (end > 0 && TRAILING_SPACE.test(text[end - 1] as string)) end--;
  return text.slice(0, end).replace(LEADING_SPACE, "");
}

function chomp(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  return text.slice(0, end);
}

/** The first letter of each word in upper case; a word starts behind anything that is no letter, digit or underscore. */
function title(text: string): string {
  let before = " ";
  let result = "";
  for (const character of text) {
    result += isSeparator(before) ? capitalOf(character) : character;
    before = character;
  }
  return result;
}

/** Beyond ASCII only space separates. */
function isSeparator(character: string): boolean {
  return character <= "\x7f" ? !/[0-9A-Za-z_]/.test(character) : ANY_SPACE.test(character);
}

function substr([str, offset, length]: readonly Value[]): FunctionResult {
  const value = str as Value;
  const from = numberOf(offset);
  const count = numberOf(length);
  if (offset?.kind === "literal" && !Number.isInteger(from)) return mistake(NOT_WHOLE, 1);
  if (length?.kind === "literal" && !Number.isInteger(count)) return mistake(NOT_WHOLE, 2);
  if (isText(value) && offset?.kind === "literal" && length?.kind === "literal")
    return literal(cutOut(charactersOf(value.value), from, count));
  if (from === 0 && count < 0) return value;
  const start = charactersOf(knownStart(value));
  // The last known character may still join with what follows.
  if (from >= 0 && count >= 0 && from + count < start.length) return literal(cutOut(start, from, count));
  return unknownCall({ name: "substr", returns: "string" }, [value, offset as Value, length as Value]);
}

function cutOut(characters: readonly string[], offset: number, length: number): string {
  const fromEnd = offset < 0;
  const start = fromEnd ? offset + characters.length : offset;
  if (!fromEnd && length === 0) return "";
  const rest = start > 0 ? characters.slice(start) : characters;
  // Of an offset from the end and a length of zero Terraform makes the whole rest.
  return (length < 0 || length === 0 ? rest : rest.slice(0, length)).join("");
}

function split([separator, str]: readonly Value[]): FunctionResult {
  const value = str as Value;
  if (isText(separator)) {
    if (isText(value) && piecesOf(value.value, separator.value) > MOST_ITEMS)
      return mistake("it would make too many pieces", 1);
    const pieces =
      separator.value === "" && isText(value)
        ? [...value.value].map((one) => literal(one))
        : splitString(value, separator.value);
    if (pieces && (separator.value !== "" || isText(value))) return list(pieces, { collection: "list" });
  }
  return unknownCall({ name: "split", returns: "list" }, [separator as Value, value]);
}

function piecesOf(text: string, separator: string): number {
  return separator === "" ? text.length : text.split(separator, MOST_ITEMS + 1).length;
}

function join(args: readonly Value[]): FunctionResult {
  const [separator, ...lists] = args as [Value, ...Value[]];
  if (lists.length === 0) return mistake("at least one list is needed");
  const unknown = () => unknownCall({ name: "join", returns: "string" }, args);
  if (lists.some((one) => one.kind !== "list" || one.rest)) return unknown();
  const items = lists.flatMap(itemsOf);
  return (
    overPresent("join", items, (present) => {
      const at = present.findIndex((item) => item.kind === "literal" && item.value === null);
      if (at !== -1) return mistake(`item ${at} is null`, 1);
      if (lengthOf(present) + lengthOf([separator]) * present.length > LONGEST)
        return mistake("the result is too large");
      return concatenate(present.flatMap((item, position) => (position === 0 ? [item] : [separator, item])));
    }) ?? unknown()
  );
}

export const string: readonly TerraformFunction[] = [
  ofText("chomp", chomp, (value) => (/[^\r\n]$/.test(knownEnd(value)) ? value : undefined)),
  test("endswith", "suffix", endsWith),
  define("indent", [parameter("spaces", NUMBER), STR], "string", ([spaces, str]) => {
    const count = numberOf(spaces);
    if (!Number.isInteger(count)) return mistake(NOT_WHOLE, 0);
    if (count < 0) return mistake("the number of spaces is negative", 0);
    const lines = textOf(str).split("\n");
    if (lines.length * count > LONGEST) return mistake("the result is too large", 0);
    return literal(lines.join(`\n${" ".repeat(count)}`));
  }),
  define("join", [parameter("separator", STRING)], "string", join, {
    copes: "cases",
    variadic: parameter("lists", listType(STRING)),
  }),
  folding("lower", lower),
  define("split", [parameter("separator", STRING), STR], "list", split, { copes: "cases" }),
  test("startswith", "prefix", startsWith),
  test("strcontains", "substr", (value, text) => {
    if (knownTexts(value).some((known) => known.includes(text))) return true;
    return value.kind === "literal" ? false : undefined;
  }),
  ofText("strrev", (text) => charactersOf(text).toReversed().join("")),
  define("substr", [STR, parameter("offset", NUMBER), parameter("length", NUMBER)], "string", substr, {
    copes: "cases",
  }),
  ofText("title", title),
  define("trim", [STR, parameter("cutset", STRING)], "string", trim, { copes: "cases" }),
  without("trimprefix", 0),
  without("trimsuffix", -1),
  ofText("trimspace", trimSpace, trimSpaceOf),
  folding("upper", upper),
];
