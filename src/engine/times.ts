/** What the steps of checking a stack took, in milliseconds; steps of several scenarios are added up. */
export interface StackTimes {
  readonly evaluate: number;
  readonly link: number;
  /** What the views of the network worked out because a rule asked. */
  readonly network: number;
  /** The rules themselves. */
  readonly rules: number;
}

export const NO_TIMES: StackTimes = { evaluate: 0, link: 0, network: 0, rules: 0 };

/** A clock that only goes forward, in milliseconds. Loads nothing, unlike `performance`. */
export function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}
