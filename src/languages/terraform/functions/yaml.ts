import { literal, MarkedText, type Value } from "../../../value/index.ts";
import { ANY, STRING } from "../types/index.ts";
import { define, nullable, parameter, textOf } from "./arguments.ts";
import type { FunctionContext, FunctionResult, TerraformFunction } from "./function.ts";
import { unknownCall } from "./unknown.ts";
import { decodeYaml } from "./yaml-decode.ts";
import { encodeYaml } from "./yaml-encode.ts";

/** Of a text that is known in part, what is known of the data. */
function decode([src]: readonly Value[], context: FunctionContext): FunctionResult {
  const marked = src?.kind === "template" ? MarkedText.of(src) : undefined;
  const unknown = () => unknownCall({ name: "yamldecode", returns: "any" }, [src as Value]);
  if (src?.kind !== "literal" && !marked) return unknown();
  const decoded = decodeYaml(marked ? marked.text : textOf(src), {
    marked,
    entryName: (key) => context.entryName(key),
  });
  return decoded.kind === "mistake" && marked ? unknown() : decoded;
}

export const yaml: readonly TerraformFunction[] = [
  define("yamldecode", [parameter("src", STRING)], "any", decode, { copes: "cases" }),
  define("yamlencode", [nullable("value", ANY)], "string", ([value]) => {
    const text = encodeYaml(value as Value);
    return text === undefined
      ? unknownCall({ name: "yamlencode", returns: "string" }, [value as Value])
      : literal(text);
  }),
];
