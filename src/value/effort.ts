/**
 * Conditions that may be followed in working out truths, and put into values. What people write takes thousands of them, the largest
 * estates known a quarter of a million; a stranger's formulas over formulas would take more than anybody waits for.
 */
export const MOST_CONDITIONS = 2_000_000;

let left = MOST_CONDITIONS;

/**
 * Begins to count anew: for the evaluation of a stack, for what follows from it, and for whatever is asked of it later. Truths are worked
 * out wherever somebody needs one, so what they take is counted for the process and not handed through every question.
 */
export function renewEffort(most: number = MOST_CONDITIONS): void {
  left = most;
}

/** Counts a condition; false when there is nothing left, and the truth or value is then given up as unknown. */
export function takeEffort(): boolean {
  return --left >= 0;
}

/** Whether anything has been given up since the count began. */
export function isEffortSpent(): boolean {
  return left < 0;
}
