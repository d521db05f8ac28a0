/** Answers by two keys, each made once: alike sources and targets share their work. */
export class PairTable<A extends object, B, V> {
  readonly #rows = new Map<A, Map<B, V>>();

  get(a: A, b: B, make: () => V): V {
    let row = this.#rows.get(a);
    if (!row) {
      row = new Map();
      this.#rows.set(a, row);
    }
    const known = row.get(b);
    if (known !== undefined) return known;
    const made = make();
    row.set(b, made);
    return made;
  }
}

/** Answers about one thing at a time, forgotten when another is asked about: for what is asked in a row, and too large to keep. */
export class LatestTable<A extends object, B, V> {
  readonly #answers = new Map<B, V>();
  #latest: A | undefined;

  get(a: A, b: B, make: () => V): V {
    if (this.#latest !== a) {
      this.#answers.clear();
      this.#latest = a;
    }
    return remembered(this.#answers, b, make);
  }
}

/** What a table holds under a key, made when it is first asked for. */
export function remembered<K, V>(table: Map<K, V>, key: K, make: () => V): V {
  const known = table.get(key);
  if (known !== undefined) return known;
  const made = make();
  table.set(key, made);
  return made;
}
