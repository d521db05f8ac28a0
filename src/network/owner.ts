import type { Graph, Resource } from "../model/index.ts";
import type { Value } from "../value/index.ts";

/**
 * The resource that a value was read from (an address that only the cloud knows belongs to the resource whose attribute it is);
 * undefined when it is written or put together.
 */
export function ownerOf(graph: Graph, value: Value): Resource | undefined {
  if (value.via) return graph.byAddress(value.via.resource.address);
  if (value.kind !== "symbol" || !value.operands) return undefined;
  const [first] = value.operands;
  const reads =
    value.operator === "." ||
    value.operator === "[]" ||
    value.operator === "one" ||
    value.operator === "element";
  return reads && first ? ownerOf(graph, first) : undefined;
}
