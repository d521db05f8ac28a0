import {
  FALSE,
  isWhollyKnown,
  keyOf,
  type ListValue,
  mapArms,
  TRUE,
  type Value,
} from "../../../value/index.ts";
import { anyOf, equality } from "./condition.ts";

/** Items that are compared with a value that is not known, at most: each is one condition more. */
const MOST_CONDITIONS = 64;

const INDEXES = new WeakMap<object, Membership>();

/** Which values are among the items of a list: an index, so that many can be asked for. */
export class Membership {
  readonly #list: ListValue;
  readonly #known = new Set<string>();
  readonly #open: readonly Value[];

  /** The index of a list, made once for all that is asked of it. */
  static in(list: ListValue): Membership {
    const key = list.rest ? list : list.items;
    const known = INDEXES.get(key) ?? new Membership(list);
    INDEXES.set(key, known);
    return known;
  }

  private constructor(list: ListValue) {
    this.#list = list;
    this.#open = list.items.filter((item) => !isWhollyKnown(item) || item.kind === "absent");
    for (const item of list.items)
      if (item.kind !== "absent" && isWhollyKnown(item)) this.#known.add(keyOf(item));
  }

  /** The condition under which a value is among the items; undefined when there is none to be given. */
  of(value: Value): Value | undefined {
    const known = isWhollyKnown(value);
    if (known && this.#known.has(keyOf(value))) return TRUE;
    const candidates = known ? this.#open : this.#list.items;
    if (candidates.length > MOST_CONDITIONS) return undefined;
    const among = anyOf(
      candidates.map((item) =>
        mapArms(item, (leaf) => (leaf.kind === "absent" ? FALSE : equality(value, leaf))),
      ),
    );
    return this.#list.rest && !(among.kind === "literal" && among.value === true) ? undefined : among;
  }
}
