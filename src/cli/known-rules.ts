import { builtInRules } from "../../rules/index.ts";
import { suppressionRules } from "../engine/index.ts";
import type { ReportedRule } from "../reporters/index.ts";

/** The built-in rules and the engine's own, by id. */
export function allRules(): readonly ReportedRule[] {
  const rules: ReportedRule[] = [...builtInRules, ...Object.values(suppressionRules)];
  return rules.sort((a, b) => (a.id < b.id ? -1 : 1));
}
