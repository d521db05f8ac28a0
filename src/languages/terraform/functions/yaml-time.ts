import { parseTimestamp, type Timestamp } from "./timestamp.ts";

const TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2}):(\d{2})(\.\d+)?\s*(Z|[-+]\d{2}:\d{2})?)?$/;

/** A date, or a date and time, as YAML 1.1 has them; undefined for anything else. */
export function parseYamlTime(text: string): Timestamp | undefined {
  const found = TIME.exec(text);
  if (!found) return undefined;
  const [, year, month = "", day = "", hour = "00", minute = "00", second = "00", fraction = "", zone = "Z"] =
    found;
  const two = (digits: string): string => digits.padStart(2, "0");
  const time = parseTimestamp(
    `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${fraction}${zone}`,
  );
  return time.kind === "mistake" ? undefined : time;
}
