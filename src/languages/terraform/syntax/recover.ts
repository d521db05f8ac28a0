import type { Parser } from "./parser.ts";
import { itemAt, skipItem, textAt, topLevelAt } from "./skip.ts";
import * as t from "./token.ts";

/**
 * Puts the parser behind an item of a body in which it failed: where the item's brackets end, or, when they do not match, at the
 * next line that looks like the start of another one. Sets `outside` when that is not in this body.
 */
export function recover(parser: Parser, item: number, nested: boolean): void {
  if (!parser.hopeless) parser.resume(resumptionOf(parser, item, nested));
  else {
    parser.giveUp();
    parser.resume(parser.text.length);
  }
}

function resumptionOf(parser: Parser, item: number, nested: boolean): number {
  const { text, failedAt } = parser;
  const line = lineStart(text, item);
  const column = textAt(text, line) - line;
  const behind = skipItem(parser, item, column);
  // Brackets that match prove little when the mistake lies behind them.
  if (behind >= failedAt) return behind;
  const failedLine = lineStart(text, failedAt);
  const from = failedLine > line ? failedLine : text.indexOf("\n", item) + 1;
  return nextItem(parser, from, column, nested);
}

function nextItem(parser: Parser, from: number, column: number, nested: boolean): number {
  const { text } = parser;
  for (let line = from; line > 0; line = text.indexOf("\n", line) + 1) {
    if (topLevelAt(text, line)) {
      parser.outside = nested;
      return line;
    }
    const at = textAt(text, line);
    if (at - line > column) continue;
    // In the item's own column a brace closes the item, further left the body around it.
    if (nested && text.charCodeAt(at) === t.CLOSE_BRACE) return at - line === column ? at + 1 : at;
    if (itemAt(text, at)) return at;
  }
  return text.length;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
