import type { Diagnostic } from "../source/index.ts";
import { isEffortSpent, MOST_CONDITIONS } from "../value/index.ts";

/** That truths have been given up since the count of conditions began, told at a place; nothing when none has. */
export function effortSpent(place: Pick<Diagnostic, "span" | "path">): readonly Diagnostic[] {
  if (!isEffortSpent()) return [];
  const message = `This needs more than ${MOST_CONDITIONS} conditions to be followed, which is where isolint stops. What was not decided before stays unknown.`;
  return [{ severity: "error", code: "limit-exceeded", message, ...place }];
}
