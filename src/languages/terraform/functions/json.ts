import { fromPlain, isWhollyKnown, list, literal, object, type Value } from "../../../value/index.ts";
import { ANY, numberOfText, STRING } from "../types/index.ts";
import { define, nullable, parameter, textOf } from "./arguments.ts";
import { type FunctionResult, mistake, type TerraformFunction } from "./function.ts";
import { jsonText } from "./json-text.ts";
import { unknownCall } from "./unknown.ts";

const LONG_NUMBER = /\d{16}/;
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The key that stands for a number with more digits than JavaScript keeps, while a text is being read. */
const NUMBER_KEY = "\0number";

/** A JSON text as a value. Of numbers that would lose digits only the text is known. */
function parseJson(text: string): Value | undefined {
  if (depthOf(text) > DEEPEST) return undefined;
  try {
    if (!LONG_NUMBER.test(text)) return fromPlain(JSON.parse(text));
    const marked = text.replace(TOKEN, (token) =>
      token.startsWith('"') || !LONG_NUMBER.test(token)
        ? token
        : `{${JSON.stringify(NUMBER_KEY)}:"${token}"}`,
    );
    return withNumbers(fromPlain(JSON.parse(marked)));
  } catch {
    return undefined;
  }
}

/** Levels of lists and objects in each other above which a text is not read. */
const DEEPEST = 200;

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === "[" || token === "{") deepest = Math.max(deepest, ++depth);
    else if (token === "]" || token === "}") depth--;
  }
  return deepest;
}

function withNumbers(value: Value): Value {
  if (value.kind === "list") return list(value.items.map(withNumbers));
  if (value.kind !== "object") return value;
  const number = value.entries.get(NUMBER_KEY);
  if (number) return numberOfText(textOf(number)) ?? number;
  return object(new Map([...value.entries].map(([name, entry]) => [name, withNumbers(entry)])));
}

/** What was encoded is decoded again, also where it is not known. */
function decode([str]: readonly Value[]): FunctionResult {
  if (str?.kind === "symbol" && str.operator === "jsonencode" && str.operands?.[0]) return str.operands[0];
  if (str?.kind !== "literal") return unknownCall({ name: "jsondecode", returns: "any" }, [str as Value]);
  return parseJson(textOf(str)) ?? mistake("the text is not JSON", 0);
}

/** Of a value that is not wholly known the symbol keeps the value as its operand: the structure can still be read. */
function encode([value]: readonly Value[]): FunctionResult {
  const text = isWhollyKnown(value as Value) ? jsonText(value as Value) : undefined;
  return text === undefined
    ? unknownCall({ name: "jsonencode", returns: "string" }, [value as Value])
    : literal(text);
}

export const json: readonly TerraformFunction[] = [
  define("jsondecode", [parameter("str", STRING)], "any", decode, { copes: "cases" }),
  define("jsonencode", [nullable("val", ANY)], "string", encode, { copes: "cases" }),
];
