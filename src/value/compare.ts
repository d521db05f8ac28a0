import { isOneOfMany } from "./choice.ts";
import { any } from "./combine.ts";
import { equal, judge } from "./condition.ts";
import { describe } from "./describe.ts";
import { compareSymbol, domainOf, isScalar, type Spelling } from "./membership.ts";
import { decided, not, type Truth, unknown } from "./truth.ts";
import { isNull, isUnset, literal, NULL, type Scalar, type Value } from "./value.ts";

/** Whether a value is the given one. Absent and null equal nothing but null. */
export function is(value: Value, expected: Scalar, spelling: Spelling = "ignore-case"): Truth {
  if (value.kind === "literal") return decided(isScalar(value, expected, spelling), { value });
  return equal(value, literal(expected), spelling);
}

export function isOneOf(
  value: Value,
  expected: readonly Scalar[],
  spelling: Spelling = "ignore-case",
): Truth {
  if (value.kind === "literal") {
    return decided(
      expected.some((one) => isScalar(value, one, spelling)),
      { value },
    );
  }
  return any(...expected.map((one) => is(value, one, spelling)));
}

/**
 * Whether anything is set: neither absent nor null. Unknowns are taken to be set, as users must give inputs, unless
 * null is among the values that they may have; of a mistake in the input, and of one of very many cases, nothing is known.
 */
export function isSet(value: Value): Truth {
  return judge(value, (leaf) => {
    if (leaf.kind !== "symbol") return decided(!isUnset(leaf), { value: leaf });
    if (leaf.reason === "error" || isOneOfMany(leaf))
      return unknown(`whether ${describe(leaf)} is set`, leaf.origin?.span);
    return domainOf(leaf)?.some(isNull)
      ? not(compareSymbol(leaf, NULL, "exact"))
      : decided(true, { value: leaf });
  });
}

/** Whether a number lies within bounds, both included. */
export function isBetween(value: Value, low: number, high: number): Truth {
  return judge(value, (leaf) => {
    if (
      leaf.kind === "literal" &&
      leaf.value !== null &&
      leaf.value !== "" &&
      !Number.isNaN(Number(leaf.value))
    ) {
      return decided(Number(leaf.value) >= low && Number(leaf.value) <= high, { value: leaf });
    }
    return unknown(`whether ${describe(leaf)} lies between ${low} and ${high}`, leaf.origin?.span);
  });
}
