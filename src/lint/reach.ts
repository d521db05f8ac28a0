import { compareText } from "../engine/index.ts";
import { type ReachRow, type ReachSelection, reachTable } from "../network/index.ts";
import type { SurveyedNetwork } from "./survey.ts";

/** One answer, with the stack and the scenarios in which it holds. Field names are those of the JSON report. */
export interface ReachedPath extends ReachRow {
  readonly stack: string;
  readonly scenarios: readonly string[];
}

/** Every chosen source against every chosen target of every network. What is the same in several scenarios is told once. */
export function reachedPaths(
  networks: readonly SurveyedNetwork[],
  selection: ReachSelection,
): readonly ReachedPath[] {
  const merged = new Map<string, ReachRow & { readonly stack: string; readonly scenarios: string[] }>();
  for (const { stack, scenario, network } of networks) {
    for (const row of reachTable(network, selection)) {
      const key = JSON.stringify([stack, row.source, row.target, row.verdict, row.path]);
      const before = merged.get(key);
      if (before) before.scenarios.push(scenario);
      else merged.set(key, { stack, scenarios: scenario === "" ? [] : [scenario], ...row });
    }
  }
  return [...merged.values()].sort((a, b) => compareText(a.stack, b.stack));
}
