import type { Expression } from "./ast.ts";
import { lineEnd } from "./characters.ts";
import { resolveEscapes } from "./escape.ts";
import type { Parser } from "./parser.ts";
import { marked, Pieces, readSequence } from "./sequence.ts";
import { assemble } from "./template.ts";
import * as t from "./token.ts";

/** Reads a quoted template; the current token is its opening quote. */
export function readQuoted(parser: Parser): Expression {
  const { text, start } = parser;
  const close = plainEnd(text, start + 1);
  if (close !== -1) {
    parser.end = close + 1;
    parser.next();
    return { kind: "string", value: text.slice(start + 1, close), form: "quoted", start, end: close + 1 };
  }
  const pieces = new Pieces();
  const end = readPieces(parser, pieces, start);
  if (end === -1) return parser.invalid(start);
  parser.end = end;
  const expression = assemble(parser, pieces.list, "quoted", start, end);
  if (!parser.failed) parser.next();
  return expression;
}

/** The offset of the closing quote of a string in which every character stands for itself; -1 for any other string. */
function plainEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case t.QUOTE:
        return at;
      case 92:
      case 13:
      case 10:
        return -1;
      case 36:
      case t.PERCENT:
        if (text.charCodeAt(at + 1) === t.OPEN_BRACE) return -1;
    }
  }
  return -1;
}

/** Reads up to and including the closing quote; gives the offset behind it, -1 when something inside failed. */
function readPieces(parser: Parser, pieces: Pieces, start: number): number {
  const { text } = parser;
  let from = start + 1;
  let at = from;
  const flush = (to: number): void => {
    if (to > from) pieces.text(resolveEscapes(parser, from, to), from, to);
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === t.QUOTE) {
      flush(at);
      return at + 1;
    }
    if (code === 10) break;
    if (code === 92 && text.charCodeAt(at + 1) !== 10) at += 2;
    else if (code === 36 || code === t.PERCENT) {
      const mark = marked(text, at);
      at = mark.end;
      if (mark.is === "escape") {
        // All but the last of the doubled characters stand, then the brace.
        flush(at - 2);
        pieces.text("{", at - 2, at);
        from = at;
      } else if (mark.is === "sequence") {
        flush(at - 2);
        at = readSequence(parser, pieces, at - 2);
        if (at === -1) return -1;
        from = at;
      }
    } else at++;
  }
  const end = Math.min(at, lineEnd(text, Math.min(at, text.length)));
  flush(end);
  parser.report("This string is not closed: the quote is missing before the end of the line.", start, end);
  return end;
}
