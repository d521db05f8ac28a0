import type { AzureFirewall } from "../view.ts";
import { textsOf } from "./alike.ts";
import { fitsName } from "./firewall.ts";
import { remembered } from "./memo.ts";

/** Lists of names that no rule of any firewall tells apart. */
export class AlikeNames {
  readonly #firewalls: readonly AzureFirewall[];
  readonly #numbers = new Map<string, number>();
  #patterns: readonly string[] | undefined;

  constructor(firewalls: readonly AzureFirewall[]) {
    this.#firewalls = firewalls;
  }

  /** The same number for lists that are alike. */
  of(names: readonly string[]): number {
    this.#patterns ??= patternsOf(this.#firewalls);
    const met = this.#patterns.map((pattern) => {
      const fitting = names.filter((name) => fitsName(pattern, name)).length;
      return fitting === 0 ? "0" : fitting === names.length ? "2" : "1";
    });
    const key = names.length === 0 ? "nameless" : met.join("");
    return remembered(this.#numbers, key, () => this.#numbers.size + 1);
  }
}

function patternsOf(firewalls: readonly AzureFirewall[]): readonly string[] {
  const texts = firewalls.flatMap(({ rules }) =>
    [...rules].flatMap(({ destinations }) => destinations.flatMap(textsOf)),
  );
  return [...new Set(texts)];
}
