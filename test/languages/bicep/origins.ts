import { spanText } from "../../../src/source/index.ts";
import { follow, type Origin, chainOf as steps, type Value } from "../../../src/value/index.ts";

/** The steps that a property took. */
export function chainOf(body: Value, path: string): readonly Origin[] {
  return steps(follow(body, path).origin);
}

export function spanTexts(chain: readonly Origin[]): readonly (readonly [string, string])[] {
  return chain.map(({ kind, span }) => [kind, spanText(span)]);
}
