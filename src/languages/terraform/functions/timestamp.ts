import { type FunctionError, mistake } from "./function.ts";

/** A point in time with the offset that it was written with. */
export interface Timestamp {
  readonly kind: "timestamp";
  /** Nanoseconds since 1970 in universal time. */
  readonly at: bigint;
  /** Minutes east of universal time. */
  readonly offset: number;
}

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
/** In nanoseconds. */
export const SECOND = 1_000_000_000n;

/** A time as RFC 3339 has it. */
export function parseTimestamp(text: string): Timestamp | FunctionError {
  const wrong = mistake(`"${text}" is no time such as 2024-01-31T12:00:00Z`);
  const found = RFC3339.exec(text);
  if (!found) return wrong;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [, , , , , , , fraction = "", sign, hours = "0", minutes = "0"] = found;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return wrong;
  if (hour > 23 || minute > 59 || second > 59 || Number(hours) > 23 || Number(minutes) > 59) return wrong;
  date.setUTCHours(hour, minute, second);
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const nanoseconds = BigInt(fraction.slice(0, 9).padEnd(9, "0"));
  return {
    kind: "timestamp",
    at: BigInt(date.getTime() / 1000 - offset * 60) * SECOND + nanoseconds,
    offset,
  };
}
