import { existsSync, readFileSync } from "node:fs";
import { builtInRules } from "../../../rules/index.ts";
import { suppressionRules } from "../../engine/index.ts";
import { withOutputs } from "../../page/index.ts";
import type { Generated } from "./generated.ts";

/** Every rule's page with the output of its examples as the engine gives it now. */
export async function pages(): Promise<readonly Generated[]> {
  const generated: Generated[] = [];
  for (const rule of [...builtInRules, ...Object.values(suppressionRules)]) {
    const path = `rules/${rule.id}/README.md`;
    if (!existsSync(path)) continue;
    generated.push({ path, text: await withOutputs(rule, readFileSync(path, "utf8"), builtInRules) });
  }
  return generated;
}
