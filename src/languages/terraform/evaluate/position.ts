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

function caseAt(list: ListValue, from: number, position: number, beyond: () => Value): Value {
  const item = list.items[from];
  if (item === undefined) return beyond();
  const present = (value: Value): Value =>
    position === 0 ? value : caseAt(list, from + 1, position - 1, beyond);
  if (!mayBeAbsent(item)) return present(item);
  return mapArms(item, (leaf) =>
    leaf.kind === "absent" ? caseAt(list, from + 1, position, beyond) : present(leaf),
  );
}
