import { type AddressRange, FIRST_IPV6, formatRange, isRange, LAST_ADDRESS, parseRange } from "./address.ts";

/** A set of addresses: sorted ranges that neither overlap nor touch. Immutable. */
export class Ranges {
  static readonly none: Ranges = new Ranges([]);
  static readonly everything: Ranges = new Ranges([{ first: 0n, last: LAST_ADDRESS }]);
  static readonly ipv4: Ranges = new Ranges([{ first: 0n, last: FIRST_IPV6 - 1n }]);
  readonly list: readonly AddressRange[];

  private constructor(list: readonly AddressRange[]) {
    this.list = list;
  }

  static of(...ranges: readonly AddressRange[]): Ranges {
    return Ranges.#joined(ranges);
  }

  /** Everything that lies in one of the sets. */
  static union(sets: readonly Ranges[]): Ranges {
    return Ranges.#joined(sets.flatMap(({ list }) => list));
  }

  static #joined(ranges: readonly AddressRange[]): Ranges {
    if (ranges.length <= 1) return ranges.length === 0 ? Ranges.none : new Ranges(ranges);
    const sorted = [...ranges].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
    const joined: AddressRange[] = [];
    for (const range of sorted) {
      const last = joined.at(-1);
      // IPv4 and IPv6 stay apart, so that every range can be written down in one family.
      const touches = last && range.first <= last.last + 1n && range.first !== FIRST_IPV6;
      if (last && touches)
        joined[joined.length - 1] = {
          first: last.first,
          last: range.last > last.last ? range.last : last.last,
        };
      else joined.push(range);
    }
    return new Ranges(joined);
  }

  /** Ranges from texts that are known to be well formed, constants for instance; others are left out. */
  static parse(...texts: readonly string[]): Ranges {
    return Ranges.of(...texts.map(parseRange).filter(isRange));
  }

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  /** How many addresses. */
  get size(): bigint {
    return this.list.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  }

  union(other: Ranges): Ranges {
    if (this.isEmpty) return other;
    return other.isEmpty ? this : Ranges.of(...this.list, ...other.list);
  }

  intersect(other: Ranges): Ranges {
    const common: AddressRange[] = [];
    let i = 0;
    let j = 0;
    while (i < this.list.length && j < other.list.length) {
      const a = this.list[i] as AddressRange;
      const b = other.list[j] as AddressRange;
      const first = a.first > b.first ? a.first : b.first;
      const last = a.last < b.last ? a.last : b.last;
      if (first <= last) common.push({ first, last });
      if (a.last < b.last) i++;
      else j++;
    }
    return common.length === 0 ? Ranges.none : new Ranges(common);
  }

  subtract(other: Ranges): Ranges {
    if (this.isEmpty || other.isEmpty) return this;
    const left: AddressRange[] = [];
    let j = 0;
    for (const range of this.list) {
      let first = range.first;
      while (j < other.list.length && (other.list[j] as AddressRange).last < first) j++;
      for (let k = j; k < other.list.length; k++) {
        const cut = other.list[k] as AddressRange;
        if (cut.first > range.last) break;
        if (cut.first > first) left.push({ first, last: cut.first - 1n });
        first = cut.last + 1n;
      }
      if (first <= range.last) left.push({ first, last: range.last });
    }
    return left.length === 0 ? Ranges.none : new Ranges(left);
  }

  covers(other: Ranges): boolean {
    let at = 0;
    return other.list.every(({ first: start, last }) => {
      let first = start;
      for (; at < this.list.length; at++) {
        const range = this.list[at] as AddressRange;
        if (range.last < first) continue;
        if (range.first > first) return false;
        if (range.last >= last) return true;
        first = range.last + 1n;
      }
      return false;
    });
  }

  overlaps(other: Ranges): boolean {
    let i = 0;
    let j = 0;
    while (i < this.list.length && j < other.list.length) {
      const a = this.list[i] as AddressRange;
      const b = other.list[j] as AddressRange;
      if (a.first <= b.last && b.first <= a.last) return true;
      if (a.last < b.last) i++;
      else j++;
    }
    return false;
  }

  equals(other: Ranges): boolean {
    return (
      this.list.length === other.list.length &&
      this.list.every(
        (range, at) => range.first === other.list[at]?.first && range.last === other.list[at]?.last,
      )
    );
  }

  /** As someone would write them, comma-separated. */
  toString(): string {
    return this.list.map(formatRange).join(", ");
  }
}
