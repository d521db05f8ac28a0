import { literal } from "../../../value/index.ts";
import { type FunctionResult, mistake } from "./function.ts";
import type { Timestamp } from "./timestamp.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

const TOKEN = /''|'(?:[^']|'')*'|'|([a-zA-Z])\1*|[^'a-zA-Z]+/g;

/** A time in a format of letters as `formatdate` has them: `DD MMM YYYY hh:mm ZZZ`, texts between single quotes. */
export function formatTime(format: string, timestamp: Timestamp): FunctionResult {
  const local = new Date(Number(timestamp.at / 1_000_000_000n) * 1000 + timestamp.offset * 60_000);
  if (Number.isNaN(local.getTime())) return mistake("the time is out of range");
  let result = "";
  for (const [token] of format.matchAll(TOKEN)) {
    if (token === "''") result += "'";
    else if (token === "'") return mistake("a quotation in the format has no end", 0);
    else if (token.startsWith("'")) result += token.slice(1, -1).replaceAll("''", "'");
    else if (/^[a-zA-Z]/.test(token)) {
      const written = formatPart(token, local, timestamp.offset);
      if (written === undefined) return mistake(`\`${token}\` is no part of a date`, 0);
      result += written;
    } else result += token;
  }
  return literal(result);
}

function formatPart(token: string, local: Date, offset: number): string | undefined {
  const count = token.length;
  const number = (value: number): string | undefined =>
    count === 1 ? String(value) : count === 2 ? String(value).padStart(2, "0") : undefined;
  const name = (full: string | undefined): string | undefined =>
    count === 3 ? full?.slice(0, 3) : count === 4 ? full : undefined;
  const hour = local.getUTCHours();
  switch (token[0]) {
    case "Y":
      return count === 4
        ? String(local.getUTCFullYear()).padStart(4, "0")
        : count === 2
          ? String(local.getUTCFullYear() % 100).padStart(2, "0")
          : undefined;
    case "M":
      return number(local.getUTCMonth() + 1) ?? name(MONTHS[local.getUTCMonth()]);
    case "D":
      return number(local.getUTCDate());
    case "E":
      return name(DAYS[local.getUTCDay()]);
    case "h":
      return number(hour);
    case "H":
      return number(hour % 12 || 12);
    case "A":
      return count === 2 ? (hour < 12 ? "AM" : "PM") : undefined;
    case "a":
      return count === 2 ? (hour < 12 ? "am" : "pm") : undefined;
    case "m":
      return number(local.getUTCMinutes());
    case "s":
      return number(local.getUTCSeconds());
    case "Z":
      return zone(count, offset);
    default:
      return undefined;
  }
}

function zone(count: number, offset: number): string | undefined {
  const size = Math.abs(offset);
  const sign = offset < 0 ? "-" : "+";
  const hours = String(Math.floor(size / 60)).padStart(2, "0");
  const minutes = String(size % 60).padStart(2, "0");
  switch (count) {
    case 1:
      return offset === 0 ? "Z" : `${sign}${hours}:${minutes}`;
    case 3:
      return offset === 0 ? "UTC" : `${sign}${hours}${minutes}`;
    case 4:
      return `${sign}${hours}${minutes}`;
    case 5:
      return `${sign}${hours}:${minutes}`;
    default:
      return undefined;
  }
}
