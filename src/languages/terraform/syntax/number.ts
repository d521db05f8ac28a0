import type { NumberLiteral } from "./ast.ts";
import type { Scanner } from "./scanner.ts";

/** Reads a number, as an expression or behind the dot of a legacy index; the current token is the number. */
export function readNumber(scanner: Scanner): NumberLiteral {
  const { start, end } = scanner;
  const raw = scanner.text.slice(start, end);
  const value = Number(raw);
  if (Number.isNaN(value)) scanner.report(`${raw} is not a number.`, start, end);
  scanner.next();
  return { kind: "number", raw, value, start, end };
}
