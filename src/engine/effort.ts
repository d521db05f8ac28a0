import type { Diagnostic } from "../source/index.ts";
import { isEffortSpent } from "../value/index.ts";

/** That truths have been given up since the count of conditions began, told at a place; nothing when none has. */
export function effortSpent(place: Pick<Diagnostic, "span" | "path">): readonly Diagnostic[] {
  if (!isEffortSpent()) return [];
  const message =
    "More conditions decide here than isolint follows. What was not decided before this stays unknown.";
  return [{ severity: "error", code: "limit-exceeded", message, ...place }];
}
