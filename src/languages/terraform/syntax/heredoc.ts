import type { Expression } from "./ast.ts";
import { identifierEnd, isSpace, lineEnd } from "./characters.ts";
import type { Parser } from "./parser.ts";
import { marked, Pieces, readSequence } from "./sequence.ts";
import { assemble } from "./template.ts";
import * as t from "./token.ts";

/** Reads a heredoc; the current token is its opening line. */
export function readHeredoc(parser: Parser): Expression {
  const { text, start } = parser;
  const flush = text.charCodeAt(start + 2) === t.MINUS;
  const name = start + (flush ? 3 : 2);
  const nameEnd = identifierEnd(text, name);
  if (text.charCodeAt(nameEnd) !== 10 && text.charCodeAt(nameEnd) !== 13) {
    parser.report("Nothing may follow the marker of a heredoc on its line, blanks neither.", name, nameEnd);
  }
  const marker = text.slice(name, nameEnd);
  const pieces = new Pieces();
  const content = readLines(parser, pieces, parser.end, marker);
  if (content === -1) {
    const closing = `a line with nothing but \`${marker}\` is missing`;
    parser.fail(`This heredoc is not closed: ${closing}.`, start, nameEnd);
    return parser.invalid(start);
  }
  const close = closing(text, content, marker);
  parser.end = close;
  if (close === text.length) {
    parser.report(
      "A line break is missing behind the marker that closes this heredoc.",
      close - marker.length,
      close,
    );
  }
  const form = flush ? "flush-heredoc" : "heredoc";
  const expression = assemble(parser, pieces.list, form, start, close);
  if (!parser.failed) parser.next();
  return expression;
}

/** Reads a text that is a template as a whole: a file given to `templatefile`, a string in JSON. */
export function readBare(parser: Parser): Expression {
  const pieces = new Pieces();
  const start = parser.end;
  const { length } = parser.text;
  if (readLines(parser, pieces, start, undefined) === -1 || parser.failed) {
    return { kind: "invalid", start, end: length };
  }
  return assemble(parser, pieces.list, "bare", start, length);
}

/** Reads lines up to the one that closes the heredoc, whose offset it gives; -1 when there is none or something failed. */
function readLines(parser: Parser, pieces: Pieces, start: number, marker: string | undefined): number {
  const { text } = parser;
  let lineStarts = true;
  let from = start;
  let at = start;
  while (at < text.length) {
    if (lineStarts && marker !== undefined && closing(text, at, marker) !== -1) return at;
    lineStarts = false;
    at = nextMark(parser, at);
    const code = text.charCodeAt(at);
    if (code === 10) {
      pieces.text(text.slice(from, ++at), from, at);
      from = at;
      lineStarts = true;
    } else if (at < text.length) {
      const mark = marked(text, at);
      at = mark.end;
      if (mark.is === "text") continue;
      if (at - 2 > from) pieces.text(text.slice(from, at - 2), from, at - 2);
      if (mark.is === "escape") pieces.text("{", at - 2, at);
      else at = readSequence(parser, pieces, at - 2);
      if (at === -1) return -1;
      from = at;
    }
  }
  if (at > from) pieces.text(text.slice(from, at), from, at);
  return marker === undefined ? at : -1;
}

/** The offset of the next line break, `$` or `%`; the text's length when there is none. */
function nextMark(parser: Parser, from: number): number {
  const { text } = parser;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 36 || code === 37) return at;
    if (code === 13 && text.charCodeAt(at + 1) !== 10) {
      parser.report("A carriage return may only stand before a line feed.", at, at + 1);
    }
  }
  return text.length;
}

/** The offset of the line break behind the marker, when the line that starts at `line` has nothing but it; otherwise -1. */
export function closing(text: string, line: number, marker: string): number {
  let at = line;
  while (text.charCodeAt(at) !== 10 && isSpace(text.charCodeAt(at))) at++;
  if (!text.startsWith(marker, at)) return -1;
  const end = lineEnd(text, at);
  for (at += marker.length; at < end; at++) if (!isSpace(text.charCodeAt(at))) return -1;
  return end;
}
