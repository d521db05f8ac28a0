import type { Resource } from "../model/index.ts";
import { isFalse } from "../value/index.ts";
import type { Members } from "./members.ts";

/** Things by what they may refer to, so that who refers to a resource is found without asking all of them. */
export class Referrers<V> {
  readonly #byTarget = new Map<Resource, number[]>();
  /** Those of which nobody can tell all that they refer to. */
  readonly #open: number[] = [];
  readonly #things: V[] = [];

  add(thing: V, targets: Members<Resource>): void {
    const at = this.#things.push(thing) - 1;
    if (!isFalse(targets.more)) this.#open.push(at);
    for (const target of new Set(targets)) {
      const others = this.#byTarget.get(target);
      if (others) others.push(at);
      else this.#byTarget.set(target, [at]);
    }
  }

  /** Those that may refer to one of these, in the order they were added in; all where nobody can tell what these are. */
  of(targets: Members<Resource>): readonly V[] {
    if (!isFalse(targets.more)) return [...this.#things];
    const found = new Set(this.#open);
    for (const target of targets) for (const at of this.#byTarget.get(target) ?? []) found.add(at);
    return [...found].sort((a, b) => a - b).map((at) => this.#things[at] as V);
  }
}
