import { all, isFalse, not, type Truth, yes } from "../../value/index.ts";
import { type Box, overlap, remainder } from "./box.ts";
import type { CompiledRule } from "./compiled.ts";

/** Packets that one rule decides, and under which condition it comes to that. */
export interface Decision {
  readonly box: Box;
  readonly by: CompiledRule;
  /** Whether these packets come to this rule and it matches. */
  readonly reached: Truth;
}

/** Bounds the number of pieces; far above what rule sets in use come to. */
const MOST_PIECES = 20_000;

/**
 * Sends a set of packets through rules in order. Each rule takes its part out of what is left: cutting sets, never counting
 * packets. Under a condition or a doubt both ways are kept. The pieces do not overlap unless a condition tells them apart.
 */
export function decide(packets: Box, rules: readonly CompiledRule[]): readonly Decision[] {
  const decisions: Decision[] = [];
  let left: { readonly box: Box; readonly when: Truth }[] = [{ box: packets, when: yes() }];
  for (const by of rules) {
    const next: { readonly box: Box; readonly when: Truth }[] = [];
    for (const piece of left) {
      const untouched = take(piece, by, by.sure, by.holds, decisions, next);
      for (const rest of untouched) {
        if (!by.maybe) next.push(rest);
        else next.push(...take(rest, by, by.maybe.box, all(by.holds, by.maybe.doubt), decisions, next));
      }
    }
    left = next;
    if (left.length === 0 || decisions.length > MOST_PIECES) break;
  }
  return decisions;
}

function take(
  piece: { readonly box: Box; readonly when: Truth },
  by: CompiledRule,
  takes: Box,
  holds: Truth,
  decisions: Decision[],
  passed: { readonly box: Box; readonly when: Truth }[],
): readonly { readonly box: Box; readonly when: Truth }[] {
  const taken = overlap(piece.box, takes);
  if (!taken) return [piece];
  const reached = all(piece.when, holds);
  if (!isFalse(reached)) decisions.push({ box: taken, by, reached });
  const passes = all(piece.when, not(holds));
  if (!isFalse(passes)) passed.push({ box: taken, when: passes });
  return remainder(piece.box, taken).map((box) => ({ box, when: piece.when }));
}
