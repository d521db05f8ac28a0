import { Random } from "./random.ts";

/**
 * Expressions with holes by what they give. A letter on its own is a hole: `t` text, `n` number, `b` bool, `T` texts, `N` numbers,
 * `M` map of texts, `A` anything.
 */
export interface Patterns {
  readonly texts: readonly string[];
  readonly numbers: readonly string[];
  readonly patterns: Readonly<Record<Kind, readonly string[]>>;
}

const NAMES = ["a", "b", "c", "env", "name", "cidr", "key-1", "x y", "zone"];

type Kind = "t" | "n" | "b" | "T" | "N" | "M" | "A";
const KINDS: readonly Kind[] = ["t", "n", "b", "T", "N", "M", "A"];

/** Random expressions, the same for the same seed: mostly well-typed, now and then not. */
export function generateExpressions(patterns: Patterns, seed: number, count: number): readonly string[] {
  const generator = new Generator(patterns, seed);
  const made = new Set<string>();
  while (made.size < count) made.add(generator.expression());
  return [...made];
}

/** Longer ones are made anew: nobody would read them. */
const LONGEST = 400;

class Generator {
  readonly #patterns: Patterns;
  readonly #random: Random;

  constructor(patterns: Patterns, seed: number) {
    this.#patterns = patterns;
    this.#random = new Random(seed);
  }

  expression(): string {
    const made = this.#make(this.#random.pick(KINDS), this.#random.between(1, 3));
    return made.length <= LONGEST ? made : this.expression();
  }

  #make(kind: Kind, depth: number): string {
    if (depth === 0) return this.#leaf(kind);
    return this.#fill(this.#random.pick(this.#patterns.patterns[kind]), depth - 1);
  }

  /** Fills the holes: letters that stand alone, not those in names and texts. */
  #fill(pattern: string, depth: number): string {
    return pattern.replace(/(?<![\w."\\$%/:-])([tnbTNMA])(?![\w"(:=])(?! in )/g, (_, kind: Kind) => {
      const wanted = this.#random.chance(0.03) ? this.#random.pick(KINDS) : kind;
      const inner = this.#make(wanted, this.#random.chance(0.5) ? depth : 0);
      const closed = /^[\w."[\]]*$/.test(inner) || /^"[^"]*"$/.test(inner) || /^\w+\([^()]*\)$/.test(inner);
      return closed ? inner : `(${inner})`;
    });
  }

  #leaf(kind: Kind): string {
    const random = this.#random;
    switch (kind) {
      case "t":
        return `"${random.pick(this.#patterns.texts)}"`;
      case "n":
        return random.pick(this.#patterns.numbers);
      case "b":
        return random.pick(["true", "false", "local.enabled"]);
      case "T":
        return random.pick([this.#list("t"), this.#list("t"), "local.zones", "local.names"]);
      case "N":
        return random.pick([this.#list("n"), "local.ports"]);
      case "M":
        return random.pick([this.#map(), this.#map(), "local.tags", "local.labels"]);
      case "A":
        return random.chance(0.15)
          ? "null"
          : this.#leaf(random.pick(["t", "n", "b", "T", "N", "M"] as const));
    }
  }

  #list(kind: Kind): string {
    return `[${this.#random.some(0, 4, () => this.#leaf(kind)).join(", ")}]`;
  }

  #map(): string {
    const entries = this.#random.some(
      0,
      3,
      () => `${JSON.stringify(this.#random.pick(NAMES))} = ${this.#leaf("t")}`,
    );
    return `{${entries.join(", ")}}`;
  }
}
