import { appliedSymbol, lift, mayBeAbsent, type Value } from "../../../value/index.ts";
import { type FunctionResult, isMistake } from "./function.ts";

/**
 * Applies to every combination of the cases of values. What is a mistake in all of them is one; what is a mistake in some is a
 * symbol of reason `error` there. Undefined when there are too many combinations.
 */
export function overCases(
  name: string,
  values: readonly Value[],
  apply: (leaves: readonly Value[]) => FunctionResult,
): FunctionResult | undefined {
  const results: FunctionResult[] = [];
  const lifted = lift(values, (leaves) => {
    const result = apply(leaves);
    results.push(result);
    return isMistake(result) ? mistakenCase(name, leaves, result.message) : result;
  });
  if (!lifted) return undefined;
  const [first] = results;
  return first && results.every(isMistake) ? first : lifted;
}

function mistakenCase(name: string, leaves: readonly Value[], message: string): Value {
  const origin = leaves.find((leaf) => leaf.origin)?.origin;
  return appliedSymbol(`mistake in ${name}`, leaves, message, { reason: "error", ...(origin && { origin }) });
}

/** Conditional items above which their combinations are no longer told apart. */
const MOST_CONDITIONAL = 5;

/**
 * Applies to the items that are there, for every combination of those that are there under a condition only. Undefined when
 * there are too many of them.
 */
export function overPresent(
  name: string,
  items: readonly Value[],
  apply: (present: readonly Value[]) => FunctionResult,
): FunctionResult | undefined {
  const conditional = items.filter(mayBeAbsent);
  if (conditional.length === 0) return apply(items);
  if (conditional.length > MOST_CONDITIONAL) return undefined;
  return overCases(name, conditional, (leaves) => {
    const chosen = new Map(conditional.map((item, at) => [item, leaves[at] as Value]));
    return apply(items.map((item) => chosen.get(item) ?? item).filter((item) => item.kind !== "absent"));
  });
}
