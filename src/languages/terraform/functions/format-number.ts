/** A verb of a format string with its flags: `%-8.2f`. */
export interface Verb {
  readonly raw: string;
  readonly mode: string;
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
}

const BASES: ReadonlyMap<string, { readonly base: number; readonly prefix: string }> = new Map([
  ["b", { base: 2, prefix: "0b" }],
  ["d", { base: 10, prefix: "" }],
  ["o", { base: 8, prefix: "0" }],
  ["x", { base: 16, prefix: "0x" }],
  ["X", { base: 16, prefix: "0X" }],
]);

/** An integer under `%b`, `%d`, `%o`, `%x` or `%X`, as C's printf and its descendants write it. */
export function formatInteger(verb: Verb, value: bigint): string {
  const { mode, flags, precision } = verb;
  const { base, prefix } = BASES.get(mode) ?? { base: 10, prefix: "" };
  const size = value < 0n ? -value : value;
  const shortest = precision === 0 && size === 0n ? "" : size.toString(base).padStart(precision ?? 0, "0");
  const digits = mode === "X" ? shortest.toUpperCase() : shortest;
  return padded(
    verb,
    signOf(verb, value < 0n) + (flags.includes("#") ? prefix : ""),
    digits,
    precision === undefined,
  );
}

/** A number under `%e`, `%f`, `%g` and their capitals. */
export function formatFloat(verb: Verb, value: number): string {
  const { mode, precision } = verb;
  const size = Math.abs(value);
  const lower = mode.toLowerCase();
  const text =
    lower === "f"
      ? fixed(size, precision ?? 6)
      : lower === "e"
        ? exponential(size, precision ?? 6)
        : general(size, precision);
  return padded(verb, signOf(verb, value < 0), mode === lower ? text : text.toUpperCase(), true);
}

function signOf({ flags }: Verb, negative: boolean): string {
  if (negative) return "-";
  return flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
}

function padded({ flags, width = 0 }: Verb, sign: string, digits: string, zeros: boolean): string {
  const text = sign + digits;
  if (text.length >= width) return text;
  if (flags.includes("-")) return text.padEnd(width);
  return flags.includes("0") && zeros
    ? sign + digits.padStart(width - sign.length, "0")
    : text.padStart(width);
}

/** The shortest digits of a number that is not negative, and where their decimal point stands: 12.5 is `125` and 2. */
function digitsOf(size: number): { readonly digits: string; readonly point: number } {
  if (size === 0) return { digits: "", point: 0 };
  const [mantissa = "", power = "0"] = size.toExponential().split("e");
  return { digits: mantissa.replace(".", "").replace(/0+$/, ""), point: Number(power) + 1 };
}

/** Digits cut to a count; exact halves go to the even digit. */
function rounded(
  digits: string,
  point: number,
  count: number,
): { readonly digits: string; readonly point: number } {
  if (count >= digits.length) return { digits, point };
  if (count < 0) return { digits: "", point };
  const rest = digits.slice(count);
  const kept = digits.slice(0, count);
  const half = /^50*$/.test(rest);
  const up = half ? halfGoesUp(digits, point, kept) : rest[0] !== undefined && rest[0] >= "5";
  if (!up) return { digits: kept, point };
  const more = (BigInt(kept || "0") + 1n).toString();
  const grown = more.padStart(kept.length, "0");
  return { digits: grown, point: point + grown.length - kept.length };
}

/** Bits of the binary number that Terraform keeps for a decimal one. */
const BITS = 512;

/**
 * Whether a number that lies in the middle is rounded up. Most of these have no exact binary form, and Terraform's lies a little above or
 * below the middle; of those that have one the even digit counts.
 */
function halfGoesUp(digits: string, point: number, kept: string): boolean {
  const places = BigInt(Math.max(digits.length - point, 0));
  const divisor = 10n ** places;
  const exact = BigInt(digits) << BigInt(BITS + 8);
  const length = (exact / divisor).toString(2).length;
  const unit = divisor << BigInt(Math.max(length - BITS, 0));
  const remainder = exact % unit;
  if (remainder === 0n) return Number(kept.at(-1) ?? "0") % 2 === 1;
  return remainder * 2n > unit;
}

function fixed(size: number, places: number): string {
  const exact = digitsOf(size);
  const { digits, point } = rounded(exact.digits, exact.point, exact.point + places);
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const fraction = (point > 0 ? digits.slice(point) : "0".repeat(Math.min(-point, places)) + digits)
    .slice(0, places)
    .padEnd(places, "0");
  return places > 0 ? `${whole}.${fraction}` : whole;
}

function exponential(size: number, places: number): string {
  const exact = digitsOf(size);
  const { digits, point } = rounded(exact.digits, exact.point, places + 1);
  const mantissa = digits.padEnd(places + 1, "0").slice(0, places + 1);
  const power = size === 0 ? 0 : point - 1;
  const exponent = `${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  return `${mantissa[0]}${places > 0 ? `.${mantissa.slice(1)}` : ""}e${exponent}`;
}

/** With an exponent below 1e-4 and from 1e6 upwards, or as soon as the digits wanted do not reach. */
function general(size: number, precision: number | undefined): string {
  const exact = digitsOf(size);
  const count = precision === undefined ? exact.digits.length : Math.max(1, precision);
  const { digits, point } = rounded(exact.digits, exact.point, count);
  const power = size === 0 ? 0 : point - 1;
  const limit =
    precision === undefined
      ? 6
      : count > digits.length && digits.length >= point
        ? Math.max(digits.length, 1)
        : count;
  if (power < -4 || power >= limit)
    return exponential(size, Math.max(digits.replace(/0+$/, "").length - 1, 0));
  return fixed(size, Math.max(digits.replace(/0+$/, "").length - point, 0));
}

/** A number as `%v` has it: `%g` in its shortest form. */
export function shortestNumber(value: number): string {
  return (value < 0 ? "-" : "") + general(Math.abs(value), undefined);
}
