import { appliedSymbol, describe, type SymbolValue, type Value } from "../../../value/index.ts";
import type { TerraformFunction } from "./function.ts";

/** The symbol for a call that cannot be worked out. */
export function unknownCall(
  { name, returns }: Pick<TerraformFunction, "name" | "returns">,
  args: readonly Value[],
): SymbolValue {
  const text = `${name}(${args.map((arg) => describe(arg, 1)).join(", ")})`;
  return appliedSymbol(name, args, text, returns === "any" ? {} : { type: returns });
}
