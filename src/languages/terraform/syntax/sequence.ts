import type { Name } from "./ast.ts";
import { leadingSpaces, trimEnd } from "./characters.ts";
import type { Parser } from "./parser.ts";
import type { Piece, TextPiece } from "./template-piece.ts";
import * as t from "./token.ts";

/** Collects the pieces of one template and applies strip markers as they come. */
export class Pieces {
  readonly list: Piece[] = [];
  #stripNext = false;

  text(value: string, start: number, end: number): void {
    const stripped = this.#stripNext ? value.slice(leadingSpaces(value)) : value;
    this.#stripNext = false;
    this.list.push({ kind: "text", value: stripped, start, end });
  }

  sequence(piece: Piece | undefined, stripBefore: boolean, stripAfter: boolean): void {
    const last = this.list.at(-1);
    if (stripBefore && last?.kind === "text") (last as TextPiece).value = trimEnd(last.value);
    if (piece) this.list.push(piece);
    this.#stripNext = stripAfter;
  }
}

/**
 * What a `$` or `%` at an offset is: `sequence` for `${` and `%{`; `escape` for a doubled one before a brace, of which the last is
 * dropped; `text` for the rest. `end` is the offset behind it.
 */
export function marked(
  text: string,
  at: number,
): { readonly is: "sequence" | "escape" | "text"; readonly end: number } {
  const code = text.charCodeAt(at);
  let end = at + 1;
  while (text.charCodeAt(end) === code) end++;
  if (text.charCodeAt(end) !== t.OPEN_BRACE) return { is: "text", end };
  return end === at + 1 ? { is: "sequence", end: end + 1 } : { is: "escape", end: end + 1 };
}

/**
 * Reads the `${ … }` or `%{ … }` at an offset. Gives the offset behind it, or -1 when it failed; the
 * current token is then of no use to the caller, which goes on by characters.
 */
export function readSequence(parser: Parser, pieces: Pieces, at: number): number {
  const { text, newlines } = parser;
  const interpolation = text.charCodeAt(at) !== t.PERCENT;
  const stripBefore = text.charCodeAt(at + 2) === 126;
  parser.newlines = false;
  parser.end = at + (stripBefore ? 3 : 2);
  parser.next();
  const piece = interpolation ? interpolationAt(parser, at) : directiveAt(parser, at);
  parser.newlines = newlines;
  if (parser.failed) return -1;
  const stripAfter = parser.token === t.TRIM_CLOSE;
  if (!stripAfter && parser.token !== t.CLOSE_BRACE) {
    notClosed(parser, interpolation, at);
    return -1;
  }
  pieces.sequence(piece && { ...piece, end: parser.end }, stripBefore, stripAfter);
  return parser.end;
}

function notClosed(parser: Parser, interpolation: boolean, at: number): void {
  if (!interpolation) parser.unexpected("`}` to close this directive");
  else if (parser.token === t.END) {
    parser.fail("This interpolation is not closed: `}` is missing.", at, at + 2);
  } else {
    parser.unexpected(
      "`}` to close this interpolation",
      "If `${` is meant for another language, write `$${` to keep it as it is.",
    );
  }
}

function interpolationAt(parser: Parser, start: number): Piece {
  const expression = parser.expression(parser);
  return { kind: "interpolation", expression, start, end: start };
}

function directiveAt(parser: Parser, start: number): Piece | undefined {
  const word = parser.token === t.IDENTIFIER ? parser.text.slice(parser.start, parser.end) : "";
  switch (word) {
    case "else":
    case "endif":
    case "endfor":
      parser.next();
      return { kind: word, start, end: start };
    case "if":
      parser.next();
      return { kind: "if", condition: parser.expression(parser), start, end: start };
    case "for":
      parser.next();
      return forDirective(parser, start);
    default:
      parser.unexpected(
        "`if`, `else`, `endif`, `for` or `endfor`",
        "If `%{` is meant for another language, write `%%{` to keep it as it is.",
      );
      return undefined;
  }
}

function forDirective(parser: Parser, start: number): Piece | undefined {
  const names = forNames(parser);
  if (names === undefined) return undefined;
  const collection = parser.expression(parser);
  return { kind: "for", ...names, collection, start, end: start };
}

/** `v in` or `k, v in`, of a directive or a `for` expression. */
export function forNames(parser: Parser): { keyName: Name | undefined; valueName: Name } | undefined {
  const first = nameAt(parser);
  if (first === undefined) return undefined;
  let second: Name | undefined;
  if (parser.token === t.COMMA) {
    parser.next();
    second = nameAt(parser);
    if (second === undefined) return undefined;
  }
  if (!parser.atWord("in")) {
    parser.unexpected(second ? "`in` and a collection" : "`,` and a second name, or `in` and a collection");
    return undefined;
  }
  parser.next();
  return second ? { keyName: first, valueName: second } : { keyName: undefined, valueName: first };
}

function nameAt(parser: Parser): Name | undefined {
  if (parser.token !== t.IDENTIFIER) {
    parser.unexpected("a name for the element");
    return undefined;
  }
  const { start, end } = parser;
  const name = { text: parser.text.slice(start, end), start, end };
  parser.next();
  return name;
}
