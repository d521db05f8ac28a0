import { didYouMean } from "../../../source/index.ts";
import { appliedSymbol, describe, isWhollyKnown, type Value } from "../../../value/index.ts";
import type { Applicable } from "../core/evaluate.ts";
import { FUNCTIONS } from "./registry.ts";

export { lay } from "./overlay.ts";

/** Why a call has no value. Without a severity it is only unknown; with one it is a mistake of the author. */
export interface Problem {
  readonly kind: "problem";
  readonly message: string;
  readonly severity?: "error" | "warning";
}

/** An operand of a template function: a value, or a lambda ready to be applied. */
export type Operand = Value | Applicable;

/**
 * A template function without regard to place. Gets everything that is written; answers undefined when its operands are
 * too unknown to say anything, and the call then stays a symbol.
 */
export type TemplateFunction = (operands: readonly Operand[]) => Value | Problem | undefined;

/** Calls a function by name, whatever its case. What cannot be computed is a symbol of the call. */
export function callFunction(name: string, operands: readonly Operand[]): Value | Problem {
  const known = FUNCTIONS.get(name.toLowerCase());
  const values = operands.filter((operand) => typeof operand !== "function");
  if (!known) {
    return {
      kind: "problem",
      severity: "warning",
      message: `There is no function '${name}'${didYouMean(name, FUNCTIONS.keys())}`,
    };
  }
  const result = known(operands);
  if (result) return result;
  const text = `${name}(${values.map((value) => describe(value, 1)).join(", ")})`;
  const reason = values.every(isWhollyKnown) ? "function" : "expression";
  return appliedSymbol(name.toLowerCase(), values, text, { reason });
}
