/** What the steps of checking a stack took, in milliseconds; steps of several scenarios are added up. */
export interface StackTimes {
  readonly evaluate: number;
  readonly link: number;
  /** The rules, and what the network works out when they first ask it. */
  readonly rules: number;
}

export const NO_TIMES: StackTimes = { evaluate: 0, link: 0, rules: 0 };

/** A clock that only goes forward, in milliseconds. Loads nothing, unlike `performance`. */
export function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}
