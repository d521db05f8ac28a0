import {
  ABSENT,
  appliedSymbol,
  choose,
  conditionalItems,
  describe,
  isUnset,
  keyOf,
  list,
  listOf,
  mapArms,
  memberIgnoringCase,
  type ObjectValue,
  object,
  type Value,
} from "../value/index.ts";

/** What another declaration says of a resource. */
export interface Patch {
  readonly body: ObjectValue;
  /** When it says so; always when absent. */
  readonly when?: Value;
  /** It says it of the items of this list: those of this name, or all of them. */
  readonly items?: { readonly in: readonly string[]; readonly named?: Value };
}

/** A body with what another declaration says of it laid over. */
export function patched(base: ObjectValue, patch: Patch): ObjectValue {
  if (!patch.items) return overlay(base, patch.body, patch.when);
  return within(base, patch.items.in, patch, patch.items.named);
}

/**
 * Lays one object over another: what both have as an object merges, lists follow each other, and else the upper one counts.
 * Under a condition the lower one stays where it does not hold.
 */
export function overlay(base: ObjectValue, upper: ObjectValue, when?: Value): ObjectValue {
  const entries = new Map(base.entries);
  const ranges = new Map(base.ranges);
  for (const [name, value] of upper.entries) {
    const known = nameIn(entries, name);
    entries.set(known, layered(entries.get(known) ?? ABSENT, value, when));
    const range = upper.ranges?.get(name);
    if (range && !isUnset(value)) ranges.set(known, range);
  }
  return { ...base, entries, ...(ranges.size > 0 && { ranges }) };
}

function layered(below: Value, above: Value, when: Value | undefined): Value {
  if (isUnset(above)) return below;
  if (above.kind === "object") return overObject(below, above, when);
  if (above.kind === "list") {
    const items = when ? conditionalItems(when, above) : above;
    const known = listOf(below);
    if (known)
      return { ...items, items: [...known.items, ...items.items], ...restOf(known.rest ?? items.rest) };
    if (below.kind === "symbol" && below.reason !== "computed") return list(items.items, { rest: below });
    return when ? choose(when, above, below) : above;
  }
  return when ? choose(when, above, below) : above;
}

function overObject(below: Value, above: ObjectValue, when: Value | undefined): Value {
  return mapArms(below, (leaf) => {
    if (leaf.kind === "object") return overlay(leaf, above, when);
    if (leaf.kind === "symbol") return overlay(object(new Map(), { rest: leaf }), above, when);
    return when ? overlay(object(new Map()), above, when) : above;
  });
}

function restOf(rest: Value | undefined): { rest?: Value } {
  return rest ? { rest } : {};
}

/** The name as the lower object spells it. */
function nameIn(entries: ReadonlyMap<string, Value>, name: string): string {
  if (entries.has(name)) return name;
  const folded = name.toLowerCase();
  for (const known of entries.keys()) if (known.toLowerCase() === folded) return known;
  return name;
}

function within(
  base: ObjectValue,
  path: readonly string[],
  patch: Patch,
  named: Value | undefined,
): ObjectValue {
  const [name, ...rest] = path;
  if (name === undefined) return base;
  const known = nameIn(base.entries, name);
  const below = base.entries.get(known) ?? ABSENT;
  const value =
    rest.length > 0
      ? mapArms(below, (leaf) =>
          within(leaf.kind === "object" ? leaf : object(new Map()), rest, patch, named),
        )
      : eachItem(below, patch, named);
  return { ...base, entries: new Map(base.entries).set(known, value) };
}

function eachItem(below: Value, { body, when }: Patch, named: Value | undefined): Value {
  const known = listOf(below);
  const items = known?.items ?? [];
  const named_ = named && object(new Map([["name", named]]));
  if (items.length === 0) {
    const made = overlay(named_ ?? object(new Map()), body, when);
    return list([made], restOf(known ? known.rest : below));
  }
  const merged = items.map((item) =>
    mapArms(item, (leaf) => {
      if (leaf.kind !== "object") return leaf;
      const other = overlay(leaf, body, when);
      return named ? whereNamed(memberIgnoringCase(leaf, "name"), named, other, leaf) : other;
    }),
  );
  return { ...(known ?? list([])), items: merged };
}

function whereNamed(name: Value, wanted: Value, merged: Value, otherwise: Value): Value {
  if (keyOf(name) === keyOf(wanted)) return merged;
  if (name.kind === "literal" && wanted.kind === "literal") {
    return String(name.value).toLowerCase() === String(wanted.value).toLowerCase() ? merged : otherwise;
  }
  const text = `${describe(name)} == ${describe(wanted)}`;
  return choose(appliedSymbol("==", [name, wanted], text, { type: "bool" }), merged, otherwise);
}
