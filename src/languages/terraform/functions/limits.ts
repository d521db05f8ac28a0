import type { Value } from "../../../value/index.ts";

/** Characters of the longest string that a function makes: more is a mistake in the input. */
export const LONGEST = 10_000_000;

/** Items of the longest list that a function makes. */
export const MOST_ITEMS = 100_000;

/** The known characters in texts. */
export function lengthOf(values: readonly Value[]): number {
  let length = 0;
  for (const value of values) {
    if (value.kind === "literal") length += typeof value.value === "string" ? value.value.length : 0;
    else if (value.kind === "template") length += lengthOf(value.parts);
  }
  return length;
}
