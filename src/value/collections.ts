import { all } from "./combine.ts";
import { pairTruth, type Spelling } from "./membership.ts";
import { mayBeAbsent } from "./path.ts";
import { no, type Truth } from "./truth.ts";
import { ABSENT, type ListValue, type ObjectValue, type Value } from "./value.ts";

/** How what lies within two collections is compared. */
export interface Comparison {
  readonly spelling: Spelling;
  readonly same: (a: Value, b: Value) => Truth;
}

/** Lists of the same length are the same when their items are; of open ends and sets nobody knows which items meet. */
export function compareLists(a: ListValue, b: ListValue, { spelling, same }: Comparison): Truth {
  const [left, right] = [a, b].map(({ items }) => items.filter((item) => item.kind !== "absent"));
  const unordered = a.collection === "set" || b.collection === "set";
  if (!left || !right || a.rest || b.rest || unordered || left.some(mayBeAbsent) || right.some(mayBeAbsent)) {
    return pairTruth(a, b, spelling);
  }
  if (left.length !== right.length) return no({ value: a }, { value: b });
  return all(...left.map((item, at) => same(item, right[at] ?? ABSENT)));
}

/** Objects are the same when their entries are; one that is not there is the same as null. */
export function compareObjects(a: ObjectValue, b: ObjectValue, { spelling, same }: Comparison): Truth {
  const keys = [...new Set([...a.entries.keys(), ...b.entries.keys()])];
  const open = a.rest || b.rest ? [pairTruth(a, b, spelling)] : [];
  const entries = keys.flatMap((key) => {
    const [left, right] = [a.entries.get(key), b.entries.get(key)];
    // What one side does not list may be among what nobody knows of it.
    if ((!left && a.rest) || (!right && b.rest)) return [];
    return [same(left ?? ABSENT, right ?? ABSENT)];
  });
  return all(...entries, ...open);
}
