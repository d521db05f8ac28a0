import { literal, type Value } from "../../../value/index.ts";
import { ANY, STRING } from "../types/index.ts";
import { define, nullable, parameter, textOf } from "./arguments.ts";
import type { TerraformFunction } from "./function.ts";
import { unknownCall } from "./unknown.ts";
import { decodeYaml } from "./yaml-decode.ts";
import { encodeYaml } from "./yaml-encode.ts";

export const yaml: readonly TerraformFunction[] = [
  define("yamldecode", [parameter("src", STRING)], "any", ([src]) => decodeYaml(textOf(src))),
  define("yamlencode", [nullable("value", ANY)], "string", ([value]) => {
    const text = encodeYaml(value as Value);
    return text === undefined
      ? unknownCall({ name: "yamlencode", returns: "string" }, [value as Value])
      : literal(text);
  }),
];
