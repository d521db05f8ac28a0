import {
  compareSymbol,
  domainOf,
  pairTruth,
  type Spelling,
  sameScalar,
  uncasedOperand,
} from "./membership.ts";
import { compareStrings, type Text } from "./strings.ts";
import { no, type Truth } from "./truth.ts";
import { type Choice, NULL, type SymbolValue, type Value } from "./value.ts";

/** Whether an unknown is the same as anything that is no choice. */
export function compareUnknown(
  symbol: SymbolValue,
  other: Exclude<Value, Choice>,
  spelling: Spelling,
): Truth {
  if (other.kind === "absent") return compareSymbol(symbol, NULL, spelling);
  if (other.kind === "literal") return compareSymbol(symbol, other, spelling);
  if (other.kind === "symbol") return compareSymbols(symbol, other, spelling);
  const { type } = symbol;
  if (other.kind === "template") {
    if (isText(symbol, spelling)) return compareStrings(symbol, other, spelling);
    return type === "list" || type === "object" || spelling === "exact"
      ? no({ value: symbol }, { value: other })
      : pairTruth(symbol, other, spelling);
  }
  return type === undefined || type === "list" || type === "object"
    ? pairTruth(symbol, other, spelling)
    : no({ value: symbol }, { value: other });
}

/** Whether a value is a string whatever it comes to. */
export function isText(value: Value, spelling: Spelling): value is Text {
  if (value.kind === "template") return true;
  if (value.kind === "symbol") return value.type === undefined || value.type === "string";
  return value.kind === "literal" && (spelling === "ignore-case" || typeof value.value === "string");
}

function compareSymbols(a: SymbolValue, b: SymbolValue, spelling: Spelling): Truth {
  const [one, other] = [uncasedOperand(a), uncasedOperand(b)];
  if (one && other && a.operator === b.operator) return compareSymbols(one, other, "ignore-case");
  const [left, right] = [domainOf(a), domainOf(b)];
  const apart =
    left && right && !left.some((member) => right.some((match) => sameScalar(member, match, spelling)));
  return apart ? no({ value: a }, { value: b }) : pairTruth(a, b, spelling);
}
