import { asSensitive, FALSE, mapArms, TRUE, type Value } from "../../../value/index.ts";
import { ANY, BOOL, convert, listType, mapType, NUMBER, STRING, setType, type Type } from "../types/index.ts";
import { define, handedOn, nullable } from "./arguments.ts";
import { type FunctionResult, mistake, type SymbolType, type TerraformFunction } from "./function.ts";
import { unknownCall } from "./unknown.ts";

function conversionTo(name: string, type: Type, returns: SymbolType): TerraformFunction {
  const call = ([value]: readonly Value[]): FunctionResult => {
    if (value?.kind === "symbol" && name === "toset" && value.operator !== "toset")
      return handedOn(unknownCall({ name, returns }, [value]), value);
    const conversion = convert(value as Value, type);
    return "error" in conversion ? mistake(`cannot convert this: ${conversion.error}`, 0) : conversion.value;
  };
  return define(name, [nullable("v", ANY)], returns, call, { copes: "cases", secrets: "apart" });
}

const ANYTHING = [nullable("value", ANY)];

export const conversion: readonly TerraformFunction[] = [
  conversionTo("tobool", BOOL, "bool"),
  conversionTo("tolist", listType(ANY), "list"),
  conversionTo("tomap", mapType(ANY), "object"),
  conversionTo("tonumber", NUMBER, "number"),
  conversionTo("toset", setType(ANY), "list"),
  conversionTo("tostring", STRING, "string"),
  // Nothing here is marked as ephemeral: what is, is unknown.
  define("ephemeralasnull", ANYTHING, "any", ([value]) => value as Value, {
    copes: "everything",
    secrets: "apart",
  }),
  define("issensitive", ANYTHING, "bool", ([value]) => isSensitive(value as Value), {
    copes: "cases",
    secrets: "none",
  }),
  define("nonsensitive", ANYTHING, "any", ([value]) => opened(value as Value), {
    copes: "everything",
    secrets: "none",
  }),
  define("sensitive", ANYTHING, "any", ([value]) => mapArms(value as Value, asSensitive), {
    copes: "everything",
    secrets: "none",
  }),
];

function isSensitive(value: Value): Value {
  if (value.sensitive) return TRUE;
  return value.kind === "symbol" ? unknownCall({ name: "issensitive", returns: "bool" }, [value]) : FALSE;
}

function opened(value: Value): Value {
  const { sensitive: _, ...open } = value;
  return open.kind === "choice"
    ? { ...open, then: opened(open.then), otherwise: opened(open.otherwise) }
    : open;
}
