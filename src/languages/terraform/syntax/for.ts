import type { Expression } from "./ast.ts";
import type { Parser } from "./parser.ts";
import { forNames } from "./sequence.ts";
import * as t from "./token.ts";

/** Reads a `for` expression; the current token is `for`, `start` the offset of the bracket before it. */
export function readFor(parser: Parser, start: number, close: number, newlines: boolean): Expression {
  parser.next();
  const names = forNames(parser);
  if (names === undefined) return parser.invalid(start);
  const collection = parser.expression(parser);
  if (parser.token !== t.COLON) {
    parser.unexpected("`:` behind the collection");
    return parser.invalid(start);
  }
  parser.next();
  const result = readResult(parser, close === t.CLOSE_BRACE);
  let condition: Expression | undefined;
  if (parser.atWord("if")) {
    parser.next();
    condition = parser.expression(parser);
  }
  parser.newlines = newlines;
  if (parser.token !== close) {
    const closing = `\`${String.fromCharCode(close)}\``;
    parser.unexpected(condition ? closing : `\`if\` or ${closing}`);
    return parser.invalid(start);
  }
  const { end } = parser;
  parser.next();
  return { kind: "for", ...names, collection, ...result, condition, start, end };
}

interface Result {
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly grouping: boolean;
}

function readResult(parser: Parser, object: boolean): Result {
  let key: Expression | undefined;
  let value = parser.expression(parser);
  if (parser.token === t.ARROW && object) {
    parser.next();
    key = value;
    value = parser.expression(parser);
  } else if (object) parser.unexpected("`=>` and the value: what is between braces is an object");
  else if (parser.token === t.ARROW)
    parser.fail("A key is only possible between braces, which make an object.");
  const grouping = parser.token === t.ELLIPSIS;
  if (grouping && !object)
    parser.fail("`...` groups values of equal keys, so it is only possible between braces.");
  else if (grouping) parser.next();
  return { key, value, grouping };
}
