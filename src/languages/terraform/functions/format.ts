import {
  appliedSymbol,
  concatenate,
  describe,
  isNull,
  isWhollyKnown,
  list,
  literal,
  type Value,
} from "../../../value/index.ts";
import { ANY, BOOL, convert, NUMBER, STRING, type Type } from "../types/index.ts";
import { define, isText, nullable, parameter } from "./arguments.ts";
import { formatFloat, formatInteger, shortestNumber, type Verb } from "./format-number.ts";
import {
  type FunctionError,
  type FunctionResult,
  isMistake,
  mistake,
  type TerraformFunction,
} from "./function.ts";
import { jsonText } from "./json-text.ts";
import { LONGEST, lengthOf } from "./limits.ts";
import { charactersOf } from "./text.ts";
import { unknownCall } from "./unknown.ts";

interface Verbatim {
  readonly text: string;
}

interface Placeholder extends Verb {
  /** Position of the argument, from 0. */
  readonly argument: number;
}

interface Format {
  readonly kind: "format";
  readonly pieces: readonly (Verbatim | Placeholder)[];
  /** How many arguments it uses. */
  readonly arguments: number;
}

const VERB = /%(?:(%)|([-+ #0]*)([1-9]\d*)?(\.\d*)?(?:\[([1-9]\d*)\])?([a-zA-Z]))/y;

/** Widths and precisions of one format that together are a mistake in the input. */
const WIDEST = 10_000;

function parseFormat(text: string): Format | FunctionError {
  const pieces: (Verbatim | Placeholder)[] = [];
  let next = 0;
  let used = 0;
  let widths = 0;
  let at = 0;
  while (at < text.length) {
    const percent = text.indexOf("%", at);
    if (percent !== at) pieces.push({ text: text.slice(at, percent === -1 ? undefined : percent) });
    if (percent === -1) break;
    VERB.lastIndex = percent;
    const found = VERB.exec(text);
    if (!found) return mistake(`the format has an unfinished or unknown verb at position ${percent}`, 0);
    const [raw, escaped, flags = "", width, precision, index, mode = ""] = found;
    at = percent + raw.length;
    if (escaped) {
      pieces.push({ text: "%" });
      continue;
    }
    const argument = index === undefined ? next : Number(index) - 1;
    next = argument + 1;
    used = Math.max(used, next);
    const verb = {
      raw,
      mode,
      flags,
      width: width === undefined ? undefined : Number(width),
      precision: precision === undefined ? undefined : Number(precision.slice(1)),
    };
    widths += (verb.width ?? 0) + (verb.precision ?? 0);
    if (widths > WIDEST) return mistake(`the width of \`${raw}\` is too large`, 0);
    pieces.push({ ...verb, argument });
  }
  return { kind: "format", pieces, arguments: used };
}

/** `format` with a parsed format: the literal text, or a template where arguments are not known. */
function formatted(format: Format, args: readonly Value[]): FunctionResult {
  const parts: Value[] = [];
  for (const piece of format.pieces) {
    if ("text" in piece) {
      parts.push(literal(piece.text));
      continue;
    }
    const arg = args[piece.argument];
    if (!arg) return mistake(`there is no argument for \`${piece.raw}\``);
    const part = formatOne(piece, arg);
    if (isMistake(part)) return mistake(`\`${piece.raw}\` ${part.message}`, piece.argument + 1);
    parts.push(part);
  }
  if (args.length > format.arguments)
    return mistake(
      `only ${format.arguments} of the ${args.length} arguments are used by the format`,
      format.arguments + 1,
    );
  return lengthOf(parts) > LONGEST ? mistake("the result is too large") : concatenate(parts);
}

const TYPES: Readonly<Record<string, Type>> = {
  v: ANY,
  t: BOOL,
  b: NUMBER,
  d: NUMBER,
  o: NUMBER,
  x: NUMBER,
  X: NUMBER,
  e: NUMBER,
  E: NUMBER,
  f: NUMBER,
  g: NUMBER,
  G: NUMBER,
  s: STRING,
  q: STRING,
};

function formatOne(verb: Verb, arg: Value): FunctionResult {
  const type = Object.hasOwn(TYPES, verb.mode) ? TYPES[verb.mode] : undefined;
  if (!type) return mistake("is no verb that Terraform knows");
  if (isNull(arg) && verb.mode !== "v") return mistake("cannot format null");
  const conversion = convert(arg, type);
  if ("error" in conversion) return mistake(`cannot format this: ${conversion.error}`);
  const { value } = conversion;
  return isWhollyKnown(value) ? formatKnown(verb, value) : formatUnknown(verb, value);
}

/** A string that is not known stands for itself where it is put in as it is. */
function formatUnknown(verb: Verb, value: Value): Value {
  const plain = verb.flags === "" && verb.width === undefined && verb.precision === undefined;
  const isString = value.kind === "template" || value.kind === "symbol";
  if (plain && isString && (verb.mode === "s" || verb.mode === "v" || verb.mode === "d" || verb.mode === "t"))
    return value;
  return appliedSymbol("format", [literal(verb.raw), value], `format("${verb.raw}", ${describe(value, 1)})`, {
    type: "string",
  });
}

function formatKnown(verb: Verb, value: Value): FunctionResult {
  const scalar = value.kind === "literal" ? value.value : undefined;
  switch (verb.mode) {
    case "v":
      if (typeof scalar === "string" && !verb.flags.includes("#")) return literal(widened(verb, scalar));
      if (typeof scalar === "number" && !verb.flags.includes("#"))
        return literal(widened(verb, shortestNumber(scalar)));
      return ofJson(verb, value);
    case "t":
      return literal(String(scalar));
    case "s":
    case "q": {
      const text = verb.precision
        ? charactersOf(String(scalar)).slice(0, verb.precision).join("")
        : String(scalar);
      return verb.mode === "s" ? literal(widened(verb, text)) : ofJson(verb, literal(text));
    }
    case "b":
    case "d":
    case "o":
    case "x":
    case "X":
      if (!Number.isInteger(scalar)) return mistake("needs a whole number");
      return literal(formatInteger(verb, BigInt(scalar as number)));
    default:
      return literal(formatFloat(verb, scalar as number));
  }
}

function ofJson(verb: Verb, value: Value): FunctionResult {
  const text = jsonText(value);
  return text === undefined ? mistake("cannot format this") : literal(widened(verb, text));
}

function widened({ flags, width = 0 }: Verb, text: string): string {
  const missing = width - charactersOf(text).length;
  if (missing <= 0) return text;
  const padding = (flags.includes("0") ? "0" : " ").repeat(missing);
  return flags.includes("-") ? text + padding : padding + text;
}

function format(args: readonly Value[]): FunctionResult {
  const [text, ...values] = args;
  if (!isText(text)) return unknownCall({ name: "format", returns: "string" }, args);
  const parsed = parseFormat(text.value);
  return isMistake(parsed) ? parsed : formatted(parsed, values);
}

/** `formatlist`: lists are run over side by side, anything else is the same for each. */
function formatList(args: readonly Value[]): FunctionResult {
  const [text, ...values] = args;
  const unknown = () => unknownCall({ name: "formatlist", returns: "list" }, args);
  if (!isText(text) || values.some((value) => value.kind === "symbol" && value.type === undefined))
    return unknown();
  const parsed = parseFormat(text.value);
  if (isMistake(parsed)) return parsed;
  const lists = values.filter((value) => value.kind === "list");
  if (
    lists.some((one) => one.rest) ||
    values.some((value) => value.kind === "symbol" && value.type === "list")
  )
    return unknown();
  const length = lists[0]?.items.length ?? 1;
  const uneven = values.findIndex((value) => value.kind === "list" && value.items.length !== length);
  if (uneven !== -1) return mistake("the lists are not of the same length", uneven + 1);
  const items: Value[] = [];
  for (let at = 0; at < length; at++) {
    const result = formatted(
      parsed,
      values.map((value) => (value.kind === "list" ? (value.items[at] as Value) : value)),
    );
    if (isMistake(result)) return result;
    items.push(result);
  }
  return list(items, { collection: "list" });
}

const FORMAT = [parameter("format", STRING)];
const REST = { variadic: nullable("args", ANY) };

export const formatting: readonly TerraformFunction[] = [
  define("format", FORMAT, "string", format, { copes: "cases", ...REST }),
  define("formatlist", FORMAT, "list", formatList, { copes: "cases", ...REST }),
];
