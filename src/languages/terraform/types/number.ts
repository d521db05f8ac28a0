import { appliedSymbol, literal, type Value } from "../../../value/index.ts";

/** Significant decimal digits that every number keeps; Terraform computes with about 150. */
const DIGITS = 15;

/** Terraform's spelling of a decimal number, without regard to what the number is. */
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A number as a value. One that would lose digits here is a symbol: Terraform computes with more digits, and a wrong
 * number is worse than none.
 */
export function numberValue(value: number): Value {
  if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)))
    return literal(value === 0 ? 0 : value);
  return appliedSymbol("number", [literal(String(value))], String(value), { type: "number" });
}

/** The number that a text stands for where Terraform takes it for one; undefined when it is none. */
export function numberOfText(text: string): Value | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text);
  const digits = text
    .replace(/[eE].*$/, "")
    .replace(/\D/g, "")
    .replace(/^0+/, "")
    .replace(/0+$/, "");
  if (digits.length <= DIGITS || Number.isSafeInteger(value)) return numberValue(value);
  return appliedSymbol("number", [literal(text)], text, { type: "number" });
}

/** A number as Terraform puts it in a string; undefined when Terraform would print more digits than there are here. */
export function textOfNumber(value: number): string | undefined {
  if (Number.isSafeInteger(value)) return String(value === 0 ? 0 : value);
  if (!Number.isFinite(value) || Number.isInteger(value)) return undefined;
  const { digits, exponent, negative } = decimalOf(value);
  const text = digits.toString();
  if (text.length > DIGITS) return undefined;
  const padded = text.padStart(-exponent + 1, "0");
  return `${negative ? "-" : ""}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

interface Decimal {
  readonly digits: bigint;
  /** Power of ten; never positive. */
  readonly exponent: number;
  readonly negative: boolean;
}

/** The shortest decimal that reads back as the same number. */
function decimalOf(value: number): Decimal {
  const [mantissa = "0", power = "0"] = Math.abs(value).toExponential().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const exponent = Number(power) - fraction.length;
  const digits = BigInt(whole + fraction);
  const negative = value < 0;
  return exponent > 0
    ? { digits: digits * 10n ** BigInt(exponent), exponent: 0, negative }
    : { digits, exponent, negative };
}

/** `a + b`, `a - b`, `a * b`, `a / b` or `a % b` in decimal, as Terraform computes; division by zero is the caller's. */
export function calculateNumber(operator: "+" | "-" | "*" | "/" | "%", a: number, b: number): Value {
  if (Number.isInteger(a) && Number.isInteger(b)) return numberValue(inBinary(operator, a, b));
  if (!Number.isFinite(a) || !Number.isFinite(b)) return numberValue(inBinary(operator, a, b));
  const left = decimalOf(a);
  const right = decimalOf(b);
  // Numbers this far apart have no digits in common, and would make very long decimals.
  if (left.exponent < -60 || right.exponent < -60 || Math.abs(a) > 1e60 || Math.abs(b) > 1e60)
    return numberValue(inBinary(operator, a, b));
  const exponent = Math.min(left.exponent, right.exponent);
  const x = scaled(left, exponent);
  const y = scaled(right, exponent);
  switch (operator) {
    case "+":
      return numberValue(Number(`${x + y}e${exponent}`));
    case "-":
      return numberValue(Number(`${x - y}e${exponent}`));
    case "*":
      return numberValue(Number(`${x * y}e${2 * exponent}`));
    case "%":
      return numberValue(Number(`${x % y}e${exponent}`));
    case "/":
      return numberValue(x % y === 0n ? Number(x / y) : Number(x) / Number(y));
  }
}

function scaled({ digits, exponent, negative }: Decimal, to: number): bigint {
  const value = digits * 10n ** BigInt(exponent - to);
  return negative ? -value : value;
}

function inBinary(operator: "+" | "-" | "*" | "/" | "%", a: number, b: number): number {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "%":
      return a % b;
  }
}
