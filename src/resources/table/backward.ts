import type { Scalar } from "../../value/index.ts";
import type { ArgumentRule, AzurermResource, Major, ValueMap } from "../define.ts";
import { rulesOf } from "./compile.ts";
import { within } from "./default.ts";

/** Where an ARM property is set in Terraform, and what to write there. */
export interface Written {
  /** Blocks from the outside in; `repeated` ones may occur several times. */
  readonly blocks: readonly { readonly name: string; readonly repeated: boolean }[];
  readonly argument: string;
  /** The value in Terraform's words; undefined when the argument cannot say it. */
  readonly value: Scalar | undefined;
}

/**
 * The argument of an azurerm resource that sets an ARM property, by its path (lists with `[]`); undefined when this version of the
 * provider has none.
 */
export function argumentFor(
  table: Pick<AzurermResource, "arguments">,
  major: Major,
  path: string,
  value: Scalar,
): Written | undefined {
  const wanted = path.toLowerCase();
  const found: Written[] = [];
  for (const [argument, says] of Object.entries(table.arguments)) {
    for (const rule of rulesOf(says)) {
      if (rule.arm.toLowerCase() !== wanted || !within(rule.majors, major)) continue;
      const written = writtenAs(argument, rule, value);
      if (written) found.push(written);
    }
  }
  // Of an old and a new name the one that can say it; tables list the current name first.
  return found.find((one) => one.value !== undefined) ?? found[0];
}

function writtenAs(argument: string, rule: ArgumentRule, value: Scalar): Written | undefined {
  if (rule.partOf || rule.partOfParent || rule.presence !== undefined) return undefined;
  const names = argument.split(".");
  const last = names.pop() ?? "";
  return {
    blocks: names.map((name) => ({ name: name.replace("[]", ""), repeated: name.endsWith("[]") })),
    argument: last.replace("[]", ""),
    value: rule.reshape ? undefined : rule.map ? inverse(rule.map, value) : value,
  };
}

function inverse(map: ValueMap, value: Scalar): Scalar | undefined {
  const folded = String(value).toLowerCase();
  const key = Object.entries(map).find(([, arm]) => String(arm).toLowerCase() === folded)?.[0];
  if (key === undefined) return undefined;
  return key === "true" ? true : key === "false" ? false : key;
}
