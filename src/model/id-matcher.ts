import { sameness, type Value } from "../value/index.ts";
import { idKey, nameKey, type ResourceId } from "./id.ts";

/** Whether two ids mean the same: `maybe` where names that nobody knows may come to the same. */
export type Match = "same" | "maybe" | "different";

/** Compares ids part by part. Many ids share their unknown names, and each pair of names is compared once. */
export class IdMatcher {
  /** By the one's key and then by the other's: putting both into one text takes longer than most comparisons. */
  readonly #compared = new Map<string, Map<string, Match>>();

  names(a: readonly Value[], b: readonly Value[]): Match {
    if (a.length !== b.length) return "different";
    let match: Match = "same";
    for (const [at, name] of a.entries()) {
      match = worst(match, this.#part(name, b[at]));
      if (match === "different") return match;
    }
    return match;
  }

  scopes(a: ResourceId, b: ResourceId): Match {
    if (a.extends || b.extends) return this.#extended(a, b);
    return worst(
      this.#part(a.resourceGroup, b.resourceGroup),
      this.#subscriptions(a.subscription, b.subscription),
    );
  }

  #extended(a: ResourceId, b: ResourceId): Match {
    if (!a.extends || !b.extends || idKey(a.extends) !== idKey(b.extends)) return "different";
    return this.scopes(a.extends, b.extends);
  }

  /** A subscription that nobody names is the one that everything of the stack lies in. */
  #subscriptions(a: Value | undefined, b: Value | undefined): Match {
    return this.#part(a, b) === "different" ? "different" : "same";
  }

  #part(a: Value | undefined, b: Value | undefined): Match {
    if (!a || !b) return "same";
    const [left, right] = [nameKey(a), nameKey(b)];
    if (left === right) return "same";
    let compared = this.#compared.get(left);
    if (!compared) {
      compared = new Map();
      this.#compared.set(left, compared);
    }
    const known = compared.get(right);
    if (known) return known;
    const match = matchOf(a, b);
    compared.set(right, match);
    return match;
  }
}

function matchOf(a: Value, b: Value): Match {
  const outcome = sameness(a, b, "ignore-case");
  if (outcome === "unknown") return "maybe";
  return outcome === "true" ? "same" : "different";
}

function worst(a: Match, b: Match): Match {
  if (a === "different" || b === "different") return "different";
  return a === "maybe" || b === "maybe" ? "maybe" : "same";
}
