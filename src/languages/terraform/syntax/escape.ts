import type { Scanner } from "./scanner.ts";

const SIMPLE: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/**
 * The text between two offsets of a quoted string with its backslash escapes resolved. What is not an escape is
 * reported and kept as written without its backslash.
 */
export function resolveEscapes(scanner: Scanner, start: number, end: number): string {
  const { text } = scanner;
  let value = "";
  let from = start;
  for (let at = text.indexOf("\\", start); at !== -1 && at < end; at = text.indexOf("\\", from)) {
    value += text.slice(from, at);
    const selector = text.charAt(at + 1);
    const simple = SIMPLE[selector];
    if (simple !== undefined) {
      value += simple;
      from = at + 2;
    } else if (selector === "u" || selector === "U") {
      from = hexEnd(text, at + 2, Math.min(end, at + (selector === "u" ? 6 : 10)));
      value += codePoint(scanner, at, from);
    } else {
      const written = text.slice(at, Math.min(end, at + 1 + lengthOfCharacter(text, at + 1)));
      scanner.report(
        `\`${written}\` is not an escape; a backslash itself is written \`\\\\\`.`,
        at,
        at + written.length,
      );
      from = at + 1;
    }
    if (from >= end) break;
  }
  return from < end ? value + text.slice(from, end) : value;
}

/** In UTF-16 units: a character beyond the basic plane takes two. */
function lengthOfCharacter(text: string, at: number): number {
  return String.fromCodePoint(text.codePointAt(at) ?? 0).length;
}

function hexEnd(text: string, at: number, most: number): number {
  let end = at;
  while (end < most && /[0-9a-fA-F]/.test(text.charAt(end))) end++;
  return end;
}

function codePoint(scanner: Scanner, start: number, end: number): string {
  const long = scanner.text.charAt(start + 1) === "U";
  const digits = scanner.text.slice(start + 2, end);
  if (digits.length !== (long ? 8 : 4)) {
    const wanted = long ? "eight hexadecimal digits follow `\\U`" : "four hexadecimal digits follow `\\u`";
    scanner.report(`This escape is not complete: ${wanted}.`, start, end);
    return scanner.text.slice(start, end);
  }
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    scanner.report(`There is no character U+${digits.toUpperCase()}.`, start, end);
    return scanner.text.slice(start, end);
  }
  return String.fromCodePoint(code);
}
