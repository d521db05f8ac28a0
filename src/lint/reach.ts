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
    const alone = scenario === "" ? [] : [scenario];
    for (const row of reachTable(network, selection, why)) {
      const scenarios = isAlone ? alone : [...alone];
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

/** A row as it stands in its network: there can be millions of them, and the evidence stays there until somebody reads it. */
class Reached implements ReachedPath {
  readonly stack: string;
  readonly scenarios: readonly string[];
  readonly #row: ReachRow;

  constructor(stack: string, scenarios: readonly string[], row: ReachRow) {
    this.stack = stack;
    this.scenarios = scenarios;
    this.#row = row;
  }

  get source(): ReachRow["source"] {
    return this.#row.source;
  }

  get target(): ReachRow["target"] {
    return this.#row.target;
  }

  get verdict(): ReachRow["verdict"] {
    return this.#row.verdict;
  }

  get path(): ReachRow["path"] {
    return this.#row.path;
  }

  get evidence(): ReachRow["evidence"] {
    return this.#row.evidence;
  }
}
