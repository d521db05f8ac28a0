import { choose, liftable } from "./choice.ts";
import { appliedSymbol } from "./symbol.ts";
import { type Literal, literal, type Template, type Value } from "./value.ts";

/**
 * Joins values into one string. All known gives a literal; symbols give a template; a choice among the parts
 * is lifted out, so that a choice of two strings stays a choice of two whole strings.
 */
export function concatenate(parts: readonly Value[]): Value {
  const at = parts.findIndex((part) => part.kind === "choice");
  const chosen = parts[at];
  if (chosen?.kind === "choice" && liftable(parts)) {
    const arm = (value: Value): Value => concatenate(parts.with(at, value));
    return choose(chosen.condition, arm(chosen.then), arm(chosen.otherwise));
  }
  const joined: Value[] = [];
  for (const part of parts) appendPart(joined, part);
  if (joined.length === 0) return literal("");
  const [only] = joined;
  if (joined.length === 1 && only?.kind === "literal") return only;
  const sensitive = parts.some((part) => part.sensitive) ? ({ sensitive: true } as const) : {};
  if (joined.length === 1 && only) return { ...only, ...sensitive };
  return { kind: "template", parts: joined, ...sensitive };
}

function appendPart(joined: Value[], part: Value): void {
  if (part.kind === "absent") return;
  if (part.kind === "template" && !part.via) {
    for (const inner of part.parts) appendPart(joined, inner);
    return;
  }
  if (part.kind !== "literal") {
    joined.push(part);
    return;
  }
  const text = scalarText(part);
  const last = joined.at(-1);
  const sensitive = part.sensitive || last?.sensitive ? ({ sensitive: true } as const) : {};
  if (last?.kind === "literal") joined[joined.length - 1] = { ...literal(scalarText(last) + text), ...sensitive };
  else if (text !== "" || joined.length > 0) joined.push({ ...literal(text), ...sensitive });
  else joined.push(literal(text));
}

/** A scalar as it stands in a string. Null is empty: what a language says of null in a string is its own affair. */
export function scalarText(value: Literal): string {
  return value.value === null ? "" : String(value.value);
}

/** The parts of a string with nested templates opened and neighbouring texts joined. */
export function partsOf(value: Template | Literal): readonly Value[] {
  if (value.kind === "literal") return [value];
  const parts: Value[] = [];
  const visit = (part: Value): void => {
    const last = parts.at(-1);
    if (part.kind === "template") part.parts.forEach(visit);
    else if (part.kind === "literal" && last?.kind === "literal") parts[parts.length - 1] = literal(scalarText(last) + scalarText(part));
    else parts.push(part);
  };
  value.parts.forEach(visit);
  return parts;
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
    return value.value.split(separator).map((piece) => literal(piece));
  }
  if (value.kind !== "template" && value.kind !== "symbol") return undefined;
  const pieces: Value[][] = [[]];
  for (const part of value.kind === "symbol" ? [value] : partsOf(value)) {
    if (part.kind === "literal") {
      scalarText(part)
        .split(separator)
        .forEach((text, at) => {
          if (at > 0) pieces.push([]);
          if (text !== "") pieces.at(-1)?.push(literal(text));
        });
    } else if (part.kind === "symbol" && ((part.segment && separator === "/") || options.wholeSymbols)) {
      pieces.at(-1)?.push(part);
    } else return undefined;
  }
  return pieces.map((piece) => concatenate(piece));
}

/** Text before the first unknown part, and after the last one: what is sure of a string's ends. */
export function knownEnds(value: Template): { readonly start: string; readonly end: string } {
  const parts = partsOf(value);
  const first = parts[0];
  const last = parts.at(-1);
  return {
    start: first?.kind === "literal" ? scalarText(first) : "",
    end: last?.kind === "literal" ? scalarText(last) : "",
  };
}

/** A short rendering of any value for messages and symbol texts; never the content of a sensitive one. */
export function describe(value: Value, depth = 2): string {
  if (value.sensitive) return "(sensitive)";
  switch (value.kind) {
    case "absent":
      return "(not set)";
    case "literal":
      return JSON.stringify(value.value);
    case "symbol":
      return value.text;
    case "template":
      return `"${partsOf(value)
        .map((part) => (part.kind === "literal" ? scalarText(part) : `\${${describe(part, depth)}}`))
        .join("")}"`;
    case "choice":
      return `${describe(value.condition, depth)} ? ${describe(value.then, depth)} : ${describe(value.otherwise, depth)}`;
    case "resource":
      return value.resource.address;
    case "list":
      if (depth === 0) return "[…]";
      return `[${[...value.items.map((item) => describe(item, depth - 1)), ...(value.rest ? ["…"] : [])].join(", ")}]`;
    case "object":
      if (depth === 0) return "{…}";
      return `{${[...value.entries].map(([key, entry]) => `${key} = ${describe(entry, depth - 1)}`).join(", ")}${value.rest ? ", …" : ""}}`;
  }
}

/** A string function that could not be computed because its argument is symbolic. */
export function appliedString(name: string, operands: readonly Value[]): Value {
  return appliedSymbol(name, operands, `${name}(${operands.map((operand) => describe(operand)).join(", ")})`, { type: "string" });
}
