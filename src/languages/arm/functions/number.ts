import { itemsOf, literal, type Value } from "../../../value/index.ts";
import type { Problem, TemplateFunction } from "./index.ts";
import { numberOf, ofValues, problem } from "./operand.ts";

function binary(apply: (a: number, b: number) => number | Problem): TemplateFunction {
  return ofValues(([left, right]) => {
    const a = numberOf(left);
    const b = numberOf(right);
    if (a === undefined || b === undefined) return undefined;
    const result = apply(a, b);
    return typeof result === "number" ? literal(result) : result;
  });
}

function extreme(choose: (numbers: readonly number[]) => number): TemplateFunction {
  return ofValues((values) => {
    const [first] = values;
    const operands: readonly Value[] =
      values.length === 1 && first?.kind === "list" ? itemsOf(first).items : values;
    const numbers = operands.map(numberOf);
    if (numbers.length === 0 || (first?.kind === "list" && first.rest)) return undefined;
    return numbers.every((number) => number !== undefined) ? literal(choose(numbers)) : undefined;
  });
}

export const NUMBER_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  add: binary((a, b) => a + b),
  sub: binary((a, b) => a - b),
  mul: binary((a, b) => a * b),
  div: binary((a, b) => (b === 0 ? problem("Division by zero.") : Math.trunc(a / b))),
  mod: binary((a, b) => (b === 0 ? problem("Division by zero.") : a % b)),
  negate: ofValues(([value]) => {
    const number = numberOf(value);
    return number === undefined ? undefined : literal(-number);
  }),
  int: ofValues(([value]) => {
    const number = numberOf(value);
    return number === undefined ? undefined : literal(Math.trunc(number));
  }),
  float: ofValues(([value]) => {
    const number = numberOf(value);
    return number === undefined ? undefined : literal(number);
  }),
  min: extreme((numbers) => Math.min(...numbers)),
  max: extreme((numbers) => Math.max(...numbers)),
};
