import { firstConditional, type ListValue, mapArms, mayBeAbsent, type Value } from "../../../value/index.ts";

/** Conditional items before a position above which it is given up as unknown: each one doubles the cases. */
const MOST_CONDITIONAL = 6;

/**
 * The item at a position of a list in which items may be missing under a condition: what is missing moves the later ones up.
 * `beyond` is what there is past the end (of a case). Undefined when too many items are conditional.
 */
export function itemAt(list: ListValue, position: number, beyond: () => Value): Value | undefined {
  const first = list.items[position];
  if (first && position < firstConditional(list.items)) return first;
  if (list.items.slice(0, position + MOST_CONDITIONAL).filter(mayBeAbsent).length > MOST_CONDITIONAL)
    return undefined;
  return caseAt(list, 0, position, beyond);
}

/** An item has any number of cases, and what lies behind it is worked out once for all of them. */
function caseAt(list: ListValue, from: number, position: number, beyond: () => Value): Value {
  const item = list.items[from];
  if (item === undefined) return beyond();
  if (item.kind === "absent") return caseAt(list, from + 1, position, beyond);
  const later = position === 0 ? undefined : caseAt(list, from + 1, position - 1, beyond);
  if (!mayBeAbsent(item)) return later ?? item;
  const missing = caseAt(list, from + 1, position, beyond);
  return mapArms(item, (leaf) => (leaf.kind === "absent" ? missing : (later ?? leaf)));
}
