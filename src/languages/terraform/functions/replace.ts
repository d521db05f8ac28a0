import { concatenate, literal, type Value } from "../../../value/index.ts";
import { STRING } from "../types/index.ts";
import { define, isText, parameter } from "./arguments.ts";
import { type FunctionResult, mistake, type TerraformFunction } from "./function.ts";
import { LONGEST } from "./limits.ts";
import { replacePattern } from "./regex.ts";
import { unknownCall } from "./unknown.ts";

/**
 * `replace`. A single character is replaced part by part, also in what is not known: it cannot lie across two parts. Anything
 * longer might.
 */
function replace(args: readonly Value[]): FunctionResult {
  const [str, substr, replacement] = args;
  const unknown = () => unknownCall({ name: "replace", returns: "string" }, args);
  if (!isText(substr) || !isText(replacement)) return unknown();
  const searched = substr.value;
  const isPattern = searched.length > 1 && searched.startsWith("/") && searched.endsWith("/");
  if (isText(str)) {
    if (isPattern) return replacePattern(str.value, searched.slice(1, -1), replacement.value);
    return replaceText(str.value, searched, replacement.value);
  }
  if (str?.kind !== "template" || isPattern || [...searched].length !== 1) return unknown();
  return concatenate(str.parts.map((part) => replacedPart(part, substr, replacement)));
}

function replaceText(text: string, searched: string, replacement: string): FunctionResult {
  // An empty text is found before every character and at the end.
  const pieces = searched === "" ? ["", ...text, ""] : text.split(searched);
  if (text.length + pieces.length * replacement.length > LONGEST) return mistake("the result is too large");
  return literal(pieces.join(replacement));
}

function replacedPart(part: Value, substr: Value, replacement: Value): Value {
  const result =
    part.kind === "literal"
      ? replace([literal(String(part.value)), substr, replacement])
      : replace([part, substr, replacement]);
  return result.kind === "mistake" ? part : result;
}

export const replacing: readonly TerraformFunction[] = [
  define(
    "replace",
    [parameter("str", STRING), parameter("substr", STRING), parameter("replace", STRING)],
    "string",
    replace,
    {
      copes: "cases",
    },
  ),
];
