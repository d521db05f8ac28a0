import type { Origin } from "./origin.ts";
import { namedSymbol } from "./symbol.ts";
import { list, literal, object, type Value } from "./value.ts";

/** Above this many values a text would be too large for anybody to want it. */
const MOST_VALUES = 1_000_000;
/** Data nested deeper than this becomes a mistake: what walks over values calls itself for each level. */
const DEEPEST = 1_000;

/** Whether a value is known to its last leaf: no symbol, no choice, no resource, no open end. */
export function isWhollyKnown(value: Value): boolean {
  const seen = new Set<Value>();
  const open: Value[] = [value];
  for (let part = open.pop(); part; part = open.pop()) {
    if (part.kind === "absent" || part.kind === "literal" || seen.has(part)) continue;
    if ((part.kind !== "list" && part.kind !== "object") || part.rest) return false;
    seen.add(part);
    for (const inner of part.kind === "list" ? part.items : part.entries.values()) open.push(inner);
  }
  return true;
}

/**
 * A wholly known value as plain data (objects without prototype; absent items and entries left out), or undefined
 * when any part is not known, nothing is there, or it is too large or too deep.
 */
export function toPlain(value: Value): unknown {
  if (!isWhollyKnown(value)) return undefined;
  let left = MOST_VALUES;
  const plainOf = (part: Value, depth: number): unknown => {
    if (depth > DEEPEST) left = 0;
    if (left-- <= 0) return undefined;
    if (part.kind === "literal") return part.value;
    if (part.kind === "list") {
      return part.items.filter((item) => item.kind !== "absent").map((item) => plainOf(item, depth + 1));
    }
    if (part.kind !== "object") return undefined;
    const plain: Record<string, unknown> = Object.create(null);
    for (const [key, entry] of part.entries) {
      if (entry.kind !== "absent") plain[key] = plainOf(entry, depth + 1);
    }
    return plain;
  };
  const plain = plainOf(value, 0);
  return left < 0 ? undefined : plain;
}

/** Plain data as a value; what JSON does not know becomes null. Every part gets the same origin. */
export function fromPlain(plain: unknown, origin?: Origin): Value {
  const carried = origin ? { origin } : {};
  const fromPart = (part: unknown, depth: number): Value => {
    if (depth > DEEPEST) return namedSymbol("error", "", "data nested too deeply", carried);
    if (Array.isArray(part)) {
      return list(
        part.map((item) => fromPart(item, depth + 1)),
        carried,
      );
    }
    if (typeof part === "object" && part !== null) {
      return object(
        new Map(Object.entries(part).map(([key, item]) => [key, fromPart(item, depth + 1)])),
        carried,
      );
    }
    const known = typeof part === "string" || typeof part === "number" || typeof part === "boolean";
    return literal(known ? part : null, origin);
  };
  return fromPart(plain, 0);
}
