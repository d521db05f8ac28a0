/**
 * Conditions that may be followed in working out truths. What people write takes hundreds of them, the largest estates known half a
 * million; a stranger's formulas over formulas would take more than anybody waits for.
 */
const MOST_FOLLOWED = 2_000_000;

let left = MOST_FOLLOWED;

/**
 * Begins to count anew: once for each stack, and for whatever else is asked of it later. Truths are worked out wherever somebody needs
 * one, so what they take is counted for the process and not handed through every question.
 */
export function renewEffort(most: number = MOST_FOLLOWED): void {
  left = most;
}

/** Counts a condition that is followed; false when there is nothing left, and the truth is then given up as unknown. */
export function takeEffort(): boolean {
  return --left >= 0;
}

/** Whether truths have been given up since the count began. */
export function isEffortSpent(): boolean {
  return left < 0;
}
