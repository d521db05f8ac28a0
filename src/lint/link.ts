import type { Settings } from "../config/index.ts";
import type { EvaluatedStack } from "../model/index.ts";
import { buildNetwork, type Network } from "../network/index.ts";
import { normalise } from "../resources/index.ts";
import type { Diagnostic } from "../source/index.ts";

export interface LinkedStack {
  readonly network: Network;
  readonly diagnostics: readonly Diagnostic[];
  readonly assumptions: readonly string[];
}

/** An evaluated stack in ARM's terms, as a network under what the configuration says lies outside the code. */
export function linkStack(stack: EvaluatedStack, { cloud, network }: Settings): LinkedStack {
  const { graph, diagnostics, assumptions } = normalise(stack);
  return { network: buildNetwork(graph, { cloud, ...network }), diagnostics, assumptions };
}
