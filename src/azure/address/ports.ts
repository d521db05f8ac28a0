/** First and last port, both included. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** A set of ports: sorted ranges that neither overlap nor touch. Immutable. */
export class Ports {
  static readonly none: Ports = new Ports([]);
  static readonly all: Ports = new Ports([{ first: 0, last: 65535 }]);
  readonly list: readonly PortRange[];

  private constructor(list: readonly PortRange[]) {
    this.list = list;
  }

  static of(...ranges: readonly (PortRange | number)[]): Ports {
    const sorted = ranges
      .map((range) => (typeof range === "number" ? { first: range, last: range } : range))
      .sort((a, b) => a.first - b.first);
    const joined: PortRange[] = [];
    for (const range of sorted) {
      const last = joined.at(-1);
      if (last && range.first <= last.last + 1)
        joined[joined.length - 1] = { first: last.first, last: Math.max(last.last, range.last) };
      else joined.push(range);
    }
    return joined.length === 0 ? Ports.none : new Ports(joined);
  }

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  union(other: Ports): Ports {
    if (this.isEmpty) return other;
    if (other.isEmpty) return this;
    return Ports.of(...this.list, ...other.list);
  }

  intersect(other: Ports): Ports {
    const common: PortRange[] = [];
    for (const a of this.list) {
      for (const b of other.list) {
        const first = Math.max(a.first, b.first);
        const last = Math.min(a.last, b.last);
        if (first <= last) common.push({ first, last });
      }
    }
    return common.length === 0 ? Ports.none : new Ports(common);
  }

  subtract(other: Ports): Ports {
    if (this.isEmpty || other.isEmpty) return this;
    const left: PortRange[] = [];
    for (const range of this.list) {
      let first = range.first;
      for (const cut of other.list) {
        if (cut.last < first) continue;
        if (cut.first > range.last) break;
        if (cut.first > first) left.push({ first, last: cut.first - 1 });
        first = cut.last + 1;
      }
      if (first <= range.last) left.push({ first, last: range.last });
    }
    return left.length === 0 ? Ports.none : new Ports(left);
  }

  covers(other: Ports): boolean {
    return other.subtract(this).isEmpty;
  }

  overlaps(other: Ports): boolean {
    return this.list.some((a) => other.list.some((b) => a.first <= b.last && b.first <= a.last));
  }

  /** As someone would write them: `22, 3389, 5000-5010`; `any` for all. */
  toString(): string {
    if (this.covers(Ports.all)) return "any";
    return this.list
      .map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`))
      .join(", ");
  }
}

/** Ports as Azure writes them: `*`, one, or `first-last`; undefined when the text is none of these. */
export function parsePorts(text: string): Ports | undefined {
  const trimmed = text.trim();
  if (trimmed === "*") return Ports.all;
  const match = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(trimmed);
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  return first <= last && last <= 65535 ? Ports.of({ first, last }) : undefined;
}
