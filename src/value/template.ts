import { lift } from "./choice.ts";
import { leavesOf } from "./key.ts";
import { appliedSymbol } from "./symbol.ts";
import { asSensitive, type Literal, literal, type Template, type Value } from "./value.ts";

/** Strings with more parts or letters than this are not put together: doubling a string a few dozen times fills the memory. */
const MOST_PARTS = 1_024;
const LONGEST_TEXT = 16_000_000;

/**
 * Joins values into one string. All known gives a literal; symbols give a template; a choice among the parts
 * is lifted out, so that a choice of two strings stays a choice of two whole strings. Nested strings are opened, but
 * for those that were read from a resource: an id within an id stays a reference. Too much of it gives a symbol.
 */
export function concatenate(parts: readonly Value[]): Value {
  return lift(parts, join) ?? join(parts);
}

function join(parts: readonly Value[]): Value {
  return joinTexts(parts) ?? joinAny(parts);
}

/** The texts as one where all of them are known, as most are; undefined otherwise. */
function joinTexts(parts: readonly Value[]): Literal | undefined {
  if (parts.length > MOST_PARTS) return undefined;
  let text = "";
  for (const part of parts) {
    if (part.kind !== "literal" || part.sensitive) return undefined;
    text += scalarText(part);
  }
  if (text.length > LONGEST_TEXT) return undefined;
  const [only] = parts;
  const isSame = parts.length === 1 && only?.kind === "literal" && only.value === text && text !== "";
  return isSame ? only : literal(text);
}

function joinAny(parts: readonly Value[]): Value {
  const leaves = parts.flatMap(leavesOf);
  const length = leaves.reduce(
    (sum, part) => sum + (part.kind === "literal" ? scalarText(part).length : 0),
    0,
  );
  if (leaves.length > MOST_PARTS || length > LONGEST_TEXT) {
    return appliedSymbol("concat", parts, "a very long string", { type: "string" });
  }
  const merged = withTextsMerged(flatten(parts));
  const sensitive = parts.some((part) => part.sensitive);
  const [only = literal("")] = merged;
  const whole: Value = merged.length > 1 ? { kind: "template", parts: merged } : only;
  return sensitive ? asSensitive(whole) : whole;
}

/** The parts with nested templates opened that were not read from a resource. */
function flatten(parts: readonly Value[]): readonly Value[] {
  return parts.flatMap((part) => {
    if (part.kind === "absent") return [];
    return part.kind === "template" && !part.via ? flatten(part.parts) : [part];
  });
}

/** Neighbouring texts as one, empty ones left out. */
function withTextsMerged(parts: readonly Value[]): readonly Value[] {
  const merged: Value[] = [];
  let texts: Literal[] = [];
  const flush = (): void => {
    const [only] = texts;
    const text = texts.map(scalarText).join("");
    // A text that stands alone stays what it is, with the way it came.
    const one = texts.length === 1 && only?.value === text ? only : literal(text);
    if (text !== "") merged.push(texts.some(({ sensitive }) => sensitive) ? asSensitive(one) : one);
    texts = [];
  };
  for (const part of parts) {
    if (part.kind === "literal") texts.push(part);
    else {
      flush();
      merged.push(part);
    }
  }
  flush();
  return merged;
}

/** A scalar as it stands in a string. Null is empty: what a language says of null in a string is its own affair. */
export function scalarText(value: Literal): string {
  return value.value === null ? "" : String(value.value);
}

/** The parts of a string with nested templates opened and neighbouring texts joined; none for the empty string. */
export function partsOf(value: Template | Literal): readonly Value[] {
  return withTextsMerged(leavesOf(value));
}

/**
 * Splits a string at a separator as far as that is sure: a symbolic part counts as one piece where it is known
 * to be a path segment (or `wholeSymbols` says so) and the separator is `/`; otherwise nothing can be said and
 * the answer is undefined.
 */
export function splitString(
  value: Value,
  separator: string,
  options: { readonly wholeSymbols?: boolean } = {},
): readonly Value[] | undefined {
  if (value.kind === "literal" && typeof value.value === "string") {
    return secretAs(
      value,
      value.value.split(separator).map((piece) => literal(piece)),
    );
  }
  if ((value.kind !== "template" && value.kind !== "symbol") || separator === "") return undefined;
  const pieces: Value[][] = [[]];
  for (const part of value.kind === "symbol" ? [value] : partsOf(value)) {
    if (part.kind === "literal") {
      const [first = "", ...others] = scalarText(part).split(separator);
      pieces.at(-1)?.push(literal(first));
      for (const text of others) pieces.push([literal(text)]);
    } else if (part.kind === "symbol" && ((part.segment && separator === "/") || options.wholeSymbols)) {
      pieces.at(-1)?.push(part);
    } else return undefined;
  }
  return secretAs(value, pieces.map(concatenate));
}

function secretAs(whole: Value, pieces: readonly Value[]): readonly Value[] {
  return whole.sensitive ? pieces.map(asSensitive) : pieces;
}
