import { compareText } from "../engine/index.ts";
import { type ReachRow, type ReachSelection, reachTable } from "../network/index.ts";
import type { SurveyedNetwork } from "./survey.ts";

/** One answer, with the stack and the scenarios in which it holds. Field names are those of the JSON report. */
export interface ReachedPath extends ReachRow {
  readonly stack: string;
  readonly scenarios: readonly string[];
}

/**
 * Every chosen source against every chosen target of every network. What is the same in several scenarios is told once. `why` says that
 * the evidence will be read.
 */
export function reachedPaths(
  networks: readonly SurveyedNetwork[],
  selection: ReachSelection,
  why = true,
): readonly ReachedPath[] {
  const inputsOf = new Map<string, number>();
  for (const { stack } of networks) inputsOf.set(stack, (inputsOf.get(stack) ?? 0) + 1);
  const paths: ReachedPath[] = [];
  const merged = new Map<string, string[]>();
  for (const { stack, scenario, network } of networks) {
    const isAlone = inputsOf.get(stack) === 1;
    for (const row of reachTable(network, selection, why)) {
      const scenarios = scenario === "" ? [] : [scenario];
      if (!isAlone) {
        const key = JSON.stringify([stack, row.source, row.target, row.verdict, row.path]);
        const before = merged.get(key);
        if (before) {
          before.push(scenario);
          continue;
        }
        merged.set(key, scenarios);
      }
      paths.push(new Reached(stack, scenarios, row));
    }
  }
  return paths.sort((a, b) => compareText(a.stack, b.stack));
}

/** The evidence stays with the row until somebody reads it. */
class Reached implements ReachedPath {
  readonly stack: string;
  readonly scenarios: readonly string[];
  readonly source: ReachRow["source"];
  readonly target: ReachRow["target"];
  readonly verdict: ReachRow["verdict"];
  readonly path: ReachRow["path"];
  readonly #row: ReachRow;

  constructor(stack: string, scenarios: readonly string[], row: ReachRow) {
    this.stack = stack;
    this.scenarios = scenarios;
    this.source = row.source;
    this.target = row.target;
    this.verdict = row.verdict;
    this.path = row.path;
    this.#row = row;
  }

  get evidence(): ReachRow["evidence"] {
    return this.#row.evidence;
  }
}
