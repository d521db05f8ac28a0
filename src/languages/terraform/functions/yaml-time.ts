import { parseTimestamp, type Timestamp } from "./timestamp.ts";

const TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d+)?(Z|[-+]\d{2}:\d{2})| (\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d+)?)?$/;

/** A date, or a date and time: with `T` and a zone, or with a space and none. Undefined for anything else. */
export function parseYamlTime(text: string): Timestamp | undefined {
  const found = TIME.exec(text);
  if (!found) return undefined;
  const [, year, month = "", day = "", ...rest] = found;
  const [hour = "0", minute = "0", second = "0", fraction = ""] =
    rest[0] === undefined ? rest.slice(5) : rest;
  const two = (digits: string): string => digits.padStart(2, "0");
  const time = parseTimestamp(
    `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${fraction}${found[8] ?? "Z"}`,
  );
  return time.kind === "mistake" ? undefined : time;
}
