import {
  fromPlain,
  isWhollyKnown,
  list,
  literal,
  MarkedText,
  object,
  type Value,
} from "../../../value/index.ts";
import { ANY, numberOfText, STRING } from "../types/index.ts";
import { define, nullable, parameter, textOf } from "./arguments.ts";
import { type FunctionContext, type FunctionResult, mistake, type TerraformFunction } from "./function.ts";
import { jsonText } from "./json-text.ts";
import { unknownCall } from "./unknown.ts";

const LONG_NUMBER = /\d{16}/;
const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{}]|\ue000\d+\ue001|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Keys that stand for a number with more digits than JavaScript keeps, and for an unknown part, while a text is being read. */
const NUMBER_KEY = "\0number";
const PART_KEY = "\0part";

/** Levels of lists and objects in each other above which a text is not read. */
const DEEPEST = 200;

/** A JSON text as plain data with such keys in it; undefined when it is no JSON, or nested too deeply. */
function parseJson(text: string): { readonly plain: unknown; readonly replaced: boolean } | undefined {
  let depth = 0;
  let deepest = 0;
  let replaced = false;
  const keyed = text.replace(TOKEN, (token) => {
    const [first] = token;
    if (first === "[" || first === "{") deepest = Math.max(deepest, ++depth);
    else if (first === "]" || first === "}") depth--;
    else if (first === "\ue000") {
      replaced = true;
      return JSON.stringify({ [PART_KEY]: token });
    } else if (first !== '"' && LONG_NUMBER.test(token)) {
      replaced = true;
      return JSON.stringify({ [NUMBER_KEY]: token });
    }
    return token;
  });
  if (deepest > DEEPEST) return undefined;
  try {
    return { plain: JSON.parse(keyed), replaced };
  } catch {
    return undefined;
  }
}

/** Puts back what keys and marks stand for. */
function restore(value: Value, marked: MarkedText | undefined, context: FunctionContext): Value {
  if (value.kind === "literal")
    return typeof value.value === "string" && marked ? marked.restored(value.value) : value;
  if (value.kind === "list") return list(value.items.map((item) => restore(item, marked, context)));
  if (value.kind !== "object") return value;
  const number = value.entries.get(NUMBER_KEY);
  if (number) return numberOfText(textOf(number)) ?? number;
  const part = value.entries.get(PART_KEY);
  if (part && marked) return fragment(marked.lone(textOf(part)) ?? part);
  const entries = new Map<string, Value>();
  for (const [name, entry] of value.entries) {
    entries.set(marked ? context.entryName(marked.restored(name)) : name, restore(entry, marked, context));
  }
  return object(entries);
}

/** An unknown part outside quotation marks is JSON of its own: a number, or what `jsonencode` made. */
function fragment(part: Value): Value {
  if (part.kind === "symbol" && part.operator === "jsonencode" && part.operands?.[0]) return part.operands[0];
  if (part.kind === "symbol" && (part.type === "number" || part.type === "bool")) return part;
  return unknownCall({ name: "jsondecode", returns: "any" }, [part]);
}

/** What was encoded is decoded again; of a text that is known in part, what is known of the data. */
function decode([str]: readonly Value[], context: FunctionContext): FunctionResult {
  if (str?.kind === "symbol" && str.operator === "jsonencode" && str.operands?.[0]) return str.operands[0];
  const unknown = () => unknownCall({ name: "jsondecode", returns: "any" }, [str as Value]);
  const marked = str?.kind === "template" ? MarkedText.of(str) : undefined;
  if (str?.kind !== "literal" && !marked) return unknown();
  const parsed = parseJson(marked ? marked.text : textOf(str));
  if (!parsed) return marked ? unknown() : mistake("the text is not JSON", 0);
  const value = fromPlain(parsed.plain);
  return marked || parsed.replaced ? restore(value, marked, context) : value;
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
