import { builtInRules } from "../../rules/index.ts";
import { suppressionRules } from "../engine/index.ts";
import type { ReportedRule } from "../reporters/index.ts";

/** The rules and the engine's own, by id. */
export function allRules(rules: readonly ReportedRule[] = builtInRules): readonly ReportedRule[] {
  const all: ReportedRule[] = [...rules, ...Object.values(suppressionRules)];
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
