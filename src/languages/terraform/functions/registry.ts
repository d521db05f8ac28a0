import { conversion } from "./conversion.ts";
import { csv } from "./csv.ts";
import { encoding } from "./encoding.ts";
import { filesystem } from "./filesystem.ts";
import { formatting } from "./format.ts";
import type { TerraformFunction } from "./function.ts";
import { hashes } from "./hash.ts";
import { json } from "./json.ts";
import { logic } from "./logic.ts";
import { map } from "./map.ts";
import { network } from "./network.ts";
import { numeric } from "./numeric.ts";
import { regex } from "./regex.ts";
import { replacing } from "./replace.ts";
import { sequence } from "./sequence.ts";
import { sets } from "./set.ts";
import { string } from "./string.ts";
import { time } from "./time.ts";
import { yaml } from "./yaml.ts";

const ALL: readonly TerraformFunction[] = [
  ...conversion,
  ...csv,
  ...encoding,
  ...filesystem,
  ...formatting,
  ...hashes,
  ...json,
  ...logic,
  ...map,
  ...network,
  ...numeric,
  ...regex,
  ...replacing,
  ...sequence,
  ...sets,
  ...string,
  ...time,
  ...yaml,
];

/** Every function of Terraform 1.11 by name, but for `try` and `can`, which the evaluation of expressions does itself. */
export const FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map(ALL.map((one) => [one.name, one]));
