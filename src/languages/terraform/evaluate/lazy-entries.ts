import type { Value } from "../../../value/index.ts";

/**
 * The entries of an object that are worked out when first read: a resource's arguments, a module's outputs. What nobody reads costs
 * nothing, and two modules may read from each other as long as their outputs do not.
 */
export class LazyEntries implements ReadonlyMap<string, Value> {
  readonly #names: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #compute: (name: string) => Value;
  readonly #values = new Map<string, Value>();

  /** `compute` is asked once for each name, and must cope with being asked for a name while it works that name out. */
  constructor(
    names: readonly string[],
    compute: (name: string) => Value,
    known: ReadonlySet<string> = new Set(names),
  ) {
    this.#names = names;
    this.#known = known;
    this.#compute = compute;
  }

  get size(): number {
    return this.#names.length;
  }

  has(name: string): boolean {
    return this.#known.has(name);
  }

  get(name: string): Value | undefined {
    const done = this.#values.get(name);
    if (done !== undefined || !this.#known.has(name)) return done;
    const value = this.#compute(name);
    this.#values.set(name, value);
    return value;
  }

  keys(): MapIterator<string> {
    return this.#names.values() as MapIterator<string>;
  }

  *values(): MapIterator<Value> {
    for (const name of this.#names) yield this.get(name) as Value;
  }

  *entries(): MapIterator<[string, Value]> {
    for (const name of this.#names) yield [name, this.get(name) as Value];
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [name, value] of this.entries()) visit(value, name, this);
  }
}
