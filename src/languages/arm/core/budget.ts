import { DEFAULT_LIMITS, type Limits } from "../../../model/index.ts";
import type { Diagnostics, Span } from "../../../source/index.ts";
import { isEffortSpent } from "../../../value/index.ts";

/** Steps within steps that fit the call stack whatever they are: lambdas take the most, and twice as many still fit. */
const DEEPEST = 350;

/** What one stack may cost. The first limit that is reached is diagnosed once, at its place; work then winds down. */
export class Budget {
  readonly limits: Limits;
  readonly #diagnostics: Diagnostics;
  #instances = 0;
  #steps = 0;
  #depth = 0;
  #spent = false;

  constructor(diagnostics: Diagnostics, limits: Partial<Limits> = {}) {
    const { depth, ...others } = { ...DEFAULT_LIMITS, ...limits };
    this.limits = { ...others, depth: Math.min(depth, DEEPEST) };
    this.#diagnostics = diagnostics;
  }

  /**
   * Begins an evaluation step within those that are not left yet, names and functions that lead elsewhere included; false, and
   * nothing to leave, when nothing more may be evaluated.
   */
  enter(at: Span): boolean {
    this.#steps++;
    if (this.#steps > this.limits.steps)
      return this.#exhaust("too-much-work", "This takes too many steps to evaluate", at);
    if (isEffortSpent())
      return this.#exhaust("too-much-work", "This puts too many conditions into values", at);
    if (this.#depth >= this.limits.depth)
      return this.#exhaust("too-deep", `This is nested more than ${this.limits.depth} levels deep`, at);
    this.#depth++;
    return true;
  }

  leave(): void {
    this.#depth--;
  }

  /** So many more instances of a loop; false when that is more than may be. */
  instances(count: number, at: Span): boolean {
    if (this.#instances + count > this.limits.instances) {
      return this.#exhaust(
        "too-many-instances",
        `This makes more than ${this.limits.instances} instances`,
        at,
      );
    }
    this.#instances += count;
    return true;
  }

  #exhaust(code: string, what: string, at: Span): false {
    if (!this.#spent) this.#diagnostics.error(code, `${what}; what depends on it is unknown.`, at);
    this.#spent = true;
    return false;
  }
}
