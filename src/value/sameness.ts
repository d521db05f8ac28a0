import { Assumptions } from "./assumptions.ts";
import { armOf } from "./choice.ts";
import { compareLeaves, truthOf } from "./condition.ts";
import { type Spelling, uncasedOperand } from "./membership.ts";
import type { Leaf, Outcome, Truth } from "./truth.ts";
import { type Choice, isString, type Value } from "./value.ts";

/** Worlds that are looked into before the answer is unknown. */
const MOST_WORLDS = 4_096;

/**
 * What `outcomeOf(equal(a, b))` says, for whoever does not need to know what it depends on: nothing is kept, and two worlds that
 * differ are the end of it. Ids are compared by the thousand, and their names may have many cases.
 */
export function sameness(a: Value, b: Value, spelling: Spelling = "exact"): Outcome {
  if (isAnyText(a, b) || isAnyText(b, a)) return "unknown";
  const search = new Search();
  search.cases(a, (left) =>
    search.cases(b, (right) =>
      search.worlds(compareLeaves(left, right, spelling), (leaf) => search.add(leaf)),
    ),
  );
  return search.outcome;
}

/** Whether one is an unknown that may be any text and the other a text: what most names that are compared are. */
function isAnyText(one: Value, text: Value): boolean {
  if (one.kind !== "symbol" || !isString(text)) return false;
  const { domain, type } = one;
  return domain === undefined && (type === undefined || type === "string") && !uncasedOperand(one);
}

class Search {
  readonly #assumptions = new Assumptions();
  #outcome: Outcome | undefined;
  #left = MOST_WORLDS;

  get outcome(): Outcome {
    return this.#outcome ?? "unknown";
  }

  add(leaf: Leaf): void {
    const found = leaf.kind === "decided" ? (leaf.value ? "true" : "false") : "unknown";
    this.#outcome = this.#outcome === undefined || this.#outcome === found ? found : "unknown";
  }

  /** Visits what a value comes to in every world that the assumptions leave. */
  cases(value: Value, visit: (leaf: Exclude<Value, Choice>) => void): void {
    if (value.kind !== "choice") {
      visit(value);
      return;
    }
    this.worlds(truthOf(value.condition), (leaf) => {
      const holds = leaf.kind === "decided" ? leaf.value : undefined;
      if (holds !== false) this.cases(armOf(value, true), visit);
      if (holds !== true) this.cases(armOf(value, false), visit);
    });
  }

  worlds(truth: Truth, visit: (leaf: Leaf) => void): void {
    if (this.#outcome === "unknown") return;
    if (this.#left-- <= 0) {
      this.#outcome = "unknown";
      return;
    }
    if (truth.kind !== "branch") {
      visit(truth);
      return;
    }
    const known = this.#assumptions.decide(truth.atom);
    const side = (holds: boolean): void => this.worlds(holds ? truth.then : truth.otherwise, visit);
    if (known !== undefined) side(known);
    else for (const holds of [true, false]) this.#assumptions.under(truth.atom, holds, () => side(holds));
  }
}
