import type { Answer } from "./oracle.ts";

/** Whether two answers say the same; numbers are compared with the digits that JavaScript has. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  return canonical(a.value) === canonical(b.value);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "number") return Number(part.toPrecision(15));
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)));
  });
}
