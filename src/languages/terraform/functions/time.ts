import { appliedSymbol, literal } from "../../../value/index.ts";
import { STRING } from "../types/index.ts";
import { define, parameter, textOf } from "./arguments.ts";
import { formatTime } from "./format-time.ts";
import { type FunctionError, isMistake, mistake, type TerraformFunction } from "./function.ts";
import { parseTimestamp, SECOND } from "./timestamp.ts";

const UNITS: ReadonlyMap<string, bigint> = new Map([
  ["ns", 1n],
  ["us", 1_000n],
  ["µs", 1_000n],
  ["μs", 1_000n],
  ["ms", 1_000_000n],
  ["s", SECOND],
  ["m", 60n * SECOND],
  ["h", 3600n * SECOND],
]);

/** Digits that a span of time can have at most: it is kept in 63 bits of nanoseconds. */
const LONGEST_NUMBER = 19;

/** A span of time such as `1h30m` or `-1.5h`, in nanoseconds. */
function parseDuration(text: string): bigint | FunctionError {
  const wrong = mistake(`"${text}" is no span of time such as 1h30m`, 1);
  const [, sign = "", rest = ""] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (rest === "0") return 0n;
  let total = 0n;
  let at = 0;
  const part = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/y;
  while (at < rest.length) {
    part.lastIndex = at;
    const found = part.exec(rest);
    const [all, whole = "", fraction = "", unit = ""] = found ?? [];
    if (!all || (whole === "" && fraction === "") || whole.length > LONGEST_NUMBER) return wrong;
    const size = UNITS.get(unit) ?? 0n;
    total +=
      BigInt(whole || "0") * size +
      (BigInt(fraction.slice(0, 15) || "0") * size) / 10n ** BigInt(Math.min(fraction.length, 15));
    at += all.length;
  }
  if (rest === "" || total >= 1n << 63n) return wrong;
  return sign === "-" ? -total : total;
}

/** A symbol: the same for every call, as the time of a run is one. */
function now(name: string): TerraformFunction {
  return define(name, [], "string", () =>
    appliedSymbol(name, [], `${name}()`, { reason: "function", type: "string" }),
  );
}

export const time: readonly TerraformFunction[] = [
  define("formatdate", [parameter("format", STRING), parameter("time", STRING)], "string", ([format, at]) => {
    const timestamp = parseTimestamp(textOf(at));
    return isMistake(timestamp) ? mistake(timestamp.message, 1) : formatTime(textOf(format), timestamp);
  }),
  now("plantimestamp"),
  define(
    "timeadd",
    [parameter("timestamp", STRING), parameter("duration", STRING)],
    "string",
    ([at, span]) => {
      const timestamp = parseTimestamp(textOf(at));
      if (isMistake(timestamp)) return mistake(timestamp.message, 0);
      const duration = parseDuration(textOf(span));
      if (typeof duration !== "bigint") return duration;
      return formatTime("YYYY-MM-DD'T'hh:mm:ssZ", { ...timestamp, at: timestamp.at + duration });
    },
  ),
  define(
    "timecmp",
    [parameter("timestamp_a", STRING), parameter("timestamp_b", STRING)],
    "number",
    ([a, b]) => {
      const left = parseTimestamp(textOf(a));
      if (isMistake(left)) return mistake(left.message, 0);
      const right = parseTimestamp(textOf(b));
      if (isMistake(right)) return mistake(right.message, 1);
      return literal(left.at < right.at ? -1 : left.at > right.at ? 1 : 0);
    },
  ),
  now("timestamp"),
];
