import {
  appliedSymbol,
  concatenate,
  describe,
  isString,
  list,
  literal,
  splitString,
  toPlain,
  type Value,
} from "../../../value/index.ts";
import type { Problem, TemplateFunction } from "./index.ts";
import { numberOf, ofTexts, ofValues, problem, scalarText, textOf } from "./operand.ts";

/** A part of a string as ARM writes it; lists and objects have no text that would help. */
function partOf(value: Value): Value | undefined {
  if (value.kind === "literal")
    return { ...literal(scalarText(value)), ...(value.via && { via: value.via }) };
  return value.kind === "list" || value.kind === "object" || value.kind === "absent" ? undefined : value;
}

/** `{0}`, `{1:D2}`: the pieces of a format with its arguments put in. */
function format(values: readonly Value[]): Value | Problem | undefined {
  const [pattern, ...args] = values;
  if (!pattern || !isString(pattern)) return undefined;
  const parts: Value[] = [];
  let at = 0;
  for (const match of pattern.value.matchAll(/\{\{|\}\}|\{(\d+)(?:,(-?\d+))?(?::([^}]*))?\}/g)) {
    parts.push(literal(pattern.value.slice(at, match.index)));
    at = match.index + match[0].length;
    if (match[1] === undefined) parts.push(literal(match[0][0] ?? ""));
    else {
      const value = args[Number(match[1])];
      if (!value) return problem(`The format has no argument ${match[1]}.`);
      const part = match[3] ? numeric(value, match[3]) : partOf(value);
      if (!part) return undefined;
      parts.push(part);
    }
  }
  parts.push(literal(pattern.value.slice(at)));
  return concatenate(parts);
}

/** .NET's `D3`, `X`, `N0` and `0000` for whole numbers; other formats stay unknown. */
function numeric(value: Value, pattern: string): Value | undefined {
  const number = numberOf(value);
  if (number === undefined) return undefined;
  const digits =
    /^[dD](\d+)$/.exec(pattern)?.[1] ?? (/^0+$/.test(pattern) ? String(pattern.length) : undefined);
  if (digits !== undefined && Number(digits) <= 99)
    return literal(String(number).padStart(Number(digits), "0"));
  if (/^x\d*$/i.test(pattern)) {
    const hex = number.toString(16).padStart(Number(pattern.slice(1) || 0), "0");
    return literal(pattern.startsWith("X") ? hex.toUpperCase() : hex);
  }
  return undefined;
}

function mapped(name: string, apply: (text: string) => string): TemplateFunction {
  return ofValues(([value]) => {
    if (!value) return problem(`'${name}' takes a string.`);
    if (isString(value)) return { ...literal(apply(value.value)), ...(value.via && { via: value.via }) };
    const changing = name === "toLower" || name === "toUpper";
    if (value.kind !== "template" || !changing) return undefined;
    return concatenate(
      value.parts.map((part) =>
        isString(part)
          ? literal(apply(part.value))
          : appliedSymbol(name.toLowerCase(), [part], `${name}(${describe(part)})`, { type: "string" }),
      ),
    );
  });
}

function split(values: readonly Value[]): Value | undefined {
  const [text, separators] = values;
  if (!text || !separators) return undefined;
  if (isString(separators)) {
    const pieces = splitString(text, separators.value);
    return pieces && list(pieces);
  }
  const several = toPlain(separators);
  if (!isString(text) || !Array.isArray(several)) return undefined;
  let pieces = [text.value];
  for (const separator of several) pieces = pieces.flatMap((piece) => piece.split(String(separator)));
  return list(pieces.map((piece) => literal(piece)));
}

const LONGEST_PADDING = 16_384;

export const TEXT_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  format: ofValues(format),
  string: ofValues(([value]) => {
    if (!value) return undefined;
    if (value.kind === "literal" && value.value !== null) return literal(scalarText(value));
    if (value.kind === "symbol" || value.kind === "template")
      return value.kind === "symbol" && value.type !== "string" ? undefined : value;
    const plain = toPlain(value);
    return plain === undefined ? undefined : literal(JSON.stringify(plain));
  }),
  toLower: mapped("toLower", (text) => text.toLowerCase()),
  toUpper: mapped("toUpper", (text) => text.toUpperCase()),
  trim: mapped("trim", (text) => text.trim()),
  split: ofValues(split),
  replace: ofValues(([text, from, to]) => {
    if (!text || !from || !to || !isString(from)) return undefined;
    if (isString(text) && isString(to))
      return from.value === ""
        ? problem("'replace' needs a text to look for.")
        : literal(text.value.replaceAll(from.value, to.value));
    return undefined;
  }),
  startsWith: ofTexts((text, start) => literal(text.toLowerCase().startsWith((start ?? "").toLowerCase()))),
  endsWith: ofTexts((text, end) => literal(text.toLowerCase().endsWith((end ?? "").toLowerCase()))),
  padLeft: ofValues(([value, width, filling]) => {
    const text = textOf(value);
    const length = numberOf(width);
    if (text === undefined || length === undefined) return undefined;
    return length > LONGEST_PADDING
      ? problem("This pads to more than ARM allows.")
      : literal(text.padStart(length, textOf(filling) ?? " "));
  }),
  substring: ofValues(([value, from, count]) => {
    const text = textOf(value);
    const start = numberOf(from);
    const length = count ? numberOf(count) : undefined;
    if (text === undefined || start === undefined || (count && length === undefined)) return undefined;
    if (
      start < 0 ||
      start > text.length ||
      (length !== undefined && (length < 0 || start + length > text.length))
    ) {
      return problem("The part lies outside of the string.");
    }
    return literal(text.substring(start, length === undefined ? undefined : start + length));
  }),
  uniqueString: () => undefined,
  guid: () => undefined,
  join: ofValues(([items, separator]) => {
    if (items?.kind !== "list" || items.rest || !separator || !isString(separator)) return undefined;
    const parts = items.items.map(partOf);
    if (!parts.every((part) => part !== undefined && part.kind !== "choice")) return undefined;
    return concatenate(
      parts.flatMap((part, at) => (at === 0 ? [part as Value] : [separator, part as Value])),
    );
  }),
};
