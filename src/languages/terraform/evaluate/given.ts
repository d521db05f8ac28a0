import type { OriginKind, Value } from "../../../value/index.ts";

/** How many levels into a value its places are renamed: what is further in keeps its own. */
const DEEPEST = 6;

/**
 * The value with every part that is written as a literal saying what it is: the default of a variable, a line of a variable file.
 */
export function relabelled(value: Value, kind: OriginKind, label: string, depth = DEEPEST): Value {
  const { origin } = value;
  const named =
    origin && origin.kind === "written" && !origin.from
      ? { ...value, origin: { ...origin, kind, label } }
      : value;
  if (depth === 0) return named;
  if (named.kind === "list")
    return { ...named, items: named.items.map((item) => relabelled(item, kind, label, depth - 1)) };
  if (named.kind === "object") {
    const entries = new Map(
      [...named.entries].map(([key, entry]) => [key, relabelled(entry, kind, label, depth - 1)]),
    );
    return { ...named, entries };
  }
  return named;
}
