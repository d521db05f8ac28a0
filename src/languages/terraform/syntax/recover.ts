import { BLANK, classOf } from "./characters.ts";
import type { Parser } from "./parser.ts";
import { skipItem, topLevelAt } from "./skip.ts";
import * as t from "./token.ts";

/**
 * Puts the parser behind an item of a body in which it failed: where the item's brackets end, or, when they do not match, at the
 * next line that looks like the start of another one. Sets `outside` when that is not in this body.
 */
export function recover(parser: Parser, item: number, nested: boolean): void {
  parser.resume(parser.hopeless ? parser.text.length : resumptionOf(parser, item, nested));
}

function resumptionOf(parser: Parser, item: number, nested: boolean): number {
  const behind = skipItem(parser, item);
  // Brackets that match prove little when the mistake lies behind them.
  return behind >= parser.failedAt ? behind : nextItem(parser, item, nested);
}

const ITEM = /[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*(?:=(?![=>])|\{|"[^"\n]*"[ \t]*[{"])/uy;

function nextItem(parser: Parser, item: number, nested: boolean): number {
  const { text } = parser;
  const indent = columnOf(text, item);
  let line = text.indexOf("\n", Math.max(item, parser.failedAt)) + 1;
  while (line > 0) {
    if (topLevelAt(text, line)) {
      parser.outside = nested;
      return line;
    }
    let at = line;
    while (classOf(text.charCodeAt(at)) === BLANK) at++;
    const column = at - line;
    if (nested && column <= indent && text.charCodeAt(at) === t.CLOSE_BRACE) {
      // In the item's own column it closes the item, further left the body around it.
      return column === indent ? at + 1 : at;
    }
    ITEM.lastIndex = at;
    if (column <= indent && ITEM.test(text)) return at;
    line = text.indexOf("\n", at) + 1;
  }
  return text.length;
}

/** The column of the first character of an offset's line that is not blank, counted from 0. */
function columnOf(text: string, offset: number): number {
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  let at = line;
  while (at < offset && classOf(text.charCodeAt(at)) === BLANK) at++;
  return at - line;
}
