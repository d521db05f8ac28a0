/** A value that is worked out when first asked for, and knows when it is asked for while that happens. */
export class Cell<T> {
  readonly #compute: () => T;
  #state: { readonly kind: "waiting" | "running" } | { readonly kind: "done"; readonly value: T } = {
    kind: "waiting",
  };

  constructor(compute: () => T) {
    this.#compute = compute;
  }

  /** The value; `circle` gives what it is to someone whose answer is needed for it. */
  get(circle: () => T): T {
    if (this.#state.kind === "done") return this.#state.value;
    if (this.#state.kind === "running") return circle();
    this.#state = { kind: "running" };
    try {
      const value = this.#compute();
      this.#state = { kind: "done", value };
      return value;
    } finally {
      if (this.#state.kind === "running") this.#state = { kind: "waiting" };
    }
  }
}

/** Cells by name, made when first asked for. */
export class Cells<T> {
  readonly #cells = new Map<string, Cell<T>>();

  get(name: string, compute: () => T, circle: () => T): T {
    let cell = this.#cells.get(name);
    if (!cell) {
      cell = new Cell(compute);
      this.#cells.set(name, cell);
    }
    return cell.get(circle);
  }
}
