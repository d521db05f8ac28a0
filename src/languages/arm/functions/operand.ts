import { type Literal, lift, literal, type Value } from "../../../value/index.ts";
import type { Operand, Problem, TemplateFunction } from "./index.ts";

export function isValue(operand: Operand | undefined): operand is Value {
  return operand !== undefined && typeof operand !== "function";
}

export function problem(message: string): Problem {
  return { kind: "problem", severity: "warning", message };
}

/**
 * A function of values, applied to every combination of its operands' arms; lambdas are refused. Answers that are problems or
 * undefined in one arm make the whole call undefined, so that it stays a symbol.
 */
export function ofValues(apply: (values: readonly Value[]) => Value | Problem | undefined): TemplateFunction {
  return (operands) => {
    const values = operands.filter(isValue);
    if (values.length !== operands.length) return problem("A lambda is not expected here.");
    if (!values.some((value) => value.kind === "choice")) return apply(values);
    let open = false;
    const lifted = lift(values, (leaves) => {
      const result = apply(leaves);
      if (result && result.kind !== "problem") return result;
      open = true;
      return literal(null);
    });
    return open ? undefined : lifted;
  };
}

/** A function of texts that are all known; anything else leaves it undefined. */
export function ofTexts(apply: (...texts: string[]) => Value | Problem | undefined): TemplateFunction {
  return ofValues((values) => {
    const texts = values.map(textOf);
    return texts.every((text) => text !== undefined) ? apply(...texts) : undefined;
  });
}

/** The text of a known scalar as ARM writes it. */
export function textOf(value: Value | undefined): string | undefined {
  if (value?.kind !== "literal" || value.value === null) return undefined;
  return scalarText(value);
}

export function scalarText(value: Literal): string {
  if (value.value === null) return "";
  if (typeof value.value === "boolean") return value.value ? "True" : "False";
  return String(value.value);
}

export function numberOf(value: Value | undefined): number | undefined {
  if (value?.kind !== "literal" || value.value === null || typeof value.value === "boolean") return undefined;
  const number = Number(value.value);
  return value.value === "" || Number.isNaN(number) ? undefined : number;
}
