import type { Expression } from "../../arm/core/expression.ts";
import type { Cursor } from "./cursor.ts";

/** Reads an expression; handed in, as strings and expressions contain each other. */
export type ExpressionParser = (cursor: Cursor) => Expression;

/** A string in any of its forms: `'…'`, `'''…'''`, `$'''…'''`. The cursor stands at its opening, quotes and `$` included. */
export function parseString(cursor: Cursor, expression: ExpressionParser): Expression {
  const { start, end } = cursor;
  const opening = end - start;
  return opening === 1
    ? singleLine(cursor, { start, parts: [], expression })
    : multiLine(cursor, { start, parts: [], expression }, opening - 3);
}

/** The text of a string without expressions in it; undefined, and a mistake, for anything else. */
export function parsePlainString(cursor: Cursor, what: string): string | undefined {
  if (!cursor.is("quote")) {
    cursor.failExpecting(what);
    return undefined;
  }
  const { start, end } = cursor;
  const string = parseString(cursor, refuseExpression);
  if (string.kind === "literal") return String(string.value);
  cursor.fail(`Expected ${what}.`, start, end);
  return undefined;
}

function refuseExpression(cursor: Cursor): Expression {
  const { start, end } = cursor;
  cursor.fail("Expected a string without expressions in it.", start, end);
  return failed(cursor, start);
}

interface Pieces {
  readonly start: number;
  readonly parts: Expression[];
  readonly expression: ExpressionParser;
}

function addText(cursor: Cursor, pieces: Pieces, value: string, start: number, end: number): void {
  if (value !== "") pieces.parts.push({ kind: "literal", value, span: cursor.spanOf(start, end) });
}

function finish(cursor: Cursor, pieces: Pieces, end: number): Expression {
  cursor.jump(end);
  const span = cursor.spanOf(pieces.start, end);
  const [only] = pieces.parts;
  if (!only) return { kind: "literal", value: "", span };
  // The text itself, or a string within an expression that is all there is: the same either way.
  if (pieces.parts.length === 1 && only.kind === "literal" && typeof only.value === "string")
    return { ...only, span };
  return { kind: "text", parts: pieces.parts, span };
}

/** Reads the expression at an offset and answers where the string goes on; undefined after a mistake. */
function hole(cursor: Cursor, pieces: Pieces, offset: number): number | undefined {
  cursor.holes++;
  cursor.jump(offset);
  const expression = pieces.expression(cursor);
  cursor.holes--;
  pieces.parts.push(expression);
  if (cursor.failed) return undefined;
  if (!cursor.is("}")) {
    cursor.failExpecting("'}' at the end of the expression in the string");
    return undefined;
  }
  return cursor.end;
}

function failed(cursor: Cursor, start: number): Expression {
  return { kind: "error", span: cursor.spanFrom(start) };
}

function singleLine(cursor: Cursor, pieces: Pieces): Expression {
  const { text } = cursor;
  const { start } = pieces;
  let from = start + 1;
  let at = from;
  let value = "";
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 39) {
      addText(cursor, pieces, value + text.slice(from, at), start + 1, at);
      return finish(cursor, pieces, at + 1);
    }
    if (code === 36 && text.charCodeAt(at + 1) === 123) {
      addText(cursor, pieces, value + text.slice(from, at), from, at);
      const after = hole(cursor, pieces, at + 2);
      if (after === undefined) return failed(cursor, start);
      value = "";
      from = at = after;
    } else if (code === 92) {
      const escaped = readEscape(text, at);
      if (!escaped) {
        cursor.fail(
          "Unknown escape in a string. There are \\\\, \\', \\n, \\r, \\t, \\$ and \\u{…}.",
          at,
          at + 2,
        );
        return failed(cursor, start);
      }
      value += text.slice(from, at) + escaped.value;
      from = at = escaped.end;
    } else if (code === 10 || code === 13 || at >= text.length) {
      cursor.fail(
        "The string is not closed on this line. A string over several lines stands between three quotes (''').",
        start,
        at,
      );
      return failed(cursor, start);
    } else at++;
  }
}

function readEscape(text: string, at: number): { readonly value: string; readonly end: number } | undefined {
  const next = text.charAt(at + 1);
  switch (next) {
    case "n":
      return { value: "\n", end: at + 2 };
    case "r":
      return { value: "\r", end: at + 2 };
    case "t":
      return { value: "\t", end: at + 2 };
    case "\\":
    case "'":
    case "$":
      return { value: next, end: at + 2 };
    case "u": {
      const written = /^\{([0-9a-fA-F]{1,8})\}/.exec(text.slice(at + 2, at + 12));
      const point = written?.[1] ? Number.parseInt(written[1], 16) : Number.NaN;
      if (!written || !(point <= 0x10ffff)) return undefined;
      return { value: String.fromCodePoint(point), end: at + 2 + written[0].length };
    }
    default:
      return undefined;
  }
}

/** `dollars` in front of the quotes: so many are needed before a `{` that begins an expression; without any there are none. */
function multiLine(cursor: Cursor, pieces: Pieces, dollars: number): Expression {
  const { text } = cursor;
  const { start } = pieces;
  let from = cursor.end;
  if (text.charCodeAt(from) === 13) from++;
  if (text.charCodeAt(from) === 10) from++;
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 39) {
      const run = runOf(text, at, 39);
      if (run >= 3) {
        addText(cursor, pieces, text.slice(from, at + run - 3), from, at + run - 3);
        return finish(cursor, pieces, at + run);
      }
      at += run;
    } else if (code === 36 && dollars > 0) {
      const run = runOf(text, at, 36);
      if (run < dollars || text.charCodeAt(at + run) !== 123) at += run;
      else {
        addText(cursor, pieces, text.slice(from, at + run - dollars), from, at + run - dollars);
        const after = hole(cursor, pieces, at + run + 1);
        if (after === undefined) return failed(cursor, start);
        from = at = after;
      }
    } else if (at >= text.length) {
      cursor.fail(
        "The string is not closed: three quotes (''') are missing at its end.",
        start,
        start + dollars + 3,
      );
      return failed(cursor, start);
    } else at++;
  }
}

function runOf(text: string, from: number, code: number): number {
  let at = from;
  while (text.charCodeAt(at) === code) at++;
  return at - from;
}
