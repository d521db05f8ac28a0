import { ARRAY_FUNCTIONS } from "./array.ts";
import { CIDR_FUNCTIONS } from "./cidr.ts";
import { DATE_FUNCTIONS } from "./date.ts";
import { ENCODING_FUNCTIONS } from "./encoding.ts";
import type { TemplateFunction } from "./index.ts";
import { LAMBDA_FUNCTIONS } from "./lambda.ts";
import { LOGIC_FUNCTIONS } from "./logic.ts";
import { NUMBER_FUNCTIONS } from "./number.ts";
import { OBJECT_FUNCTIONS } from "./object.ts";
import { TEXT_FUNCTIONS } from "./text.ts";

/** Every function that depends on its operands alone, by lower-case name. */
export const FUNCTIONS: ReadonlyMap<string, TemplateFunction> = new Map(
  [
    ARRAY_FUNCTIONS,
    CIDR_FUNCTIONS,
    DATE_FUNCTIONS,
    ENCODING_FUNCTIONS,
    LAMBDA_FUNCTIONS,
    LOGIC_FUNCTIONS,
    NUMBER_FUNCTIONS,
    OBJECT_FUNCTIONS,
    TEXT_FUNCTIONS,
  ].flatMap((family) => Object.entries(family).map(([name, run]) => [name.toLowerCase(), run] as const)),
);
