import type { Expression, ObjectItem } from "./ast.ts";
import { lineOf } from "./characters.ts";
import { readFor } from "./for.ts";
import type { Parser } from "./parser.ts";
import * as t from "./token.ts";

/** Reads `[…]`, a tuple or a `for` expression. */
export function readTuple(parser: Parser): Expression {
  const { start, newlines } = parser;
  parser.newlines = false;
  parser.next();
  if (parser.atWord("for")) return readFor(parser, start, t.CLOSE_BRACKET, newlines);
  const items: Expression[] = [];
  while (parser.token !== t.CLOSE_BRACKET) {
    items.push(parser.expression(parser));
    if (parser.token !== t.COMMA) break;
    parser.next();
  }
  parser.newlines = newlines;
  if (parser.token !== t.CLOSE_BRACKET) {
    if (parser.token === t.END) parser.fail("This list is not closed: `]` is missing.", start, start + 1);
    else parser.unexpected("`,` or `]` behind an item of a list", openedOn(parser, start));
    return parser.invalid(start);
  }
  const { end } = parser;
  parser.next();
  return { kind: "tuple", items, start, end };
}

/** Reads `{…}`, an object or a `for` expression. */
export function readObject(parser: Parser): Expression {
  const { start, newlines } = parser;
  // Line breaks separate the items of an object, also inside parentheses; but they do not count before `for`.
  parser.newlines = true;
  parser.next();
  while (parser.token === t.NEWLINE) parser.next();
  if (parser.atWord("for")) {
    parser.newlines = false;
    return readFor(parser, start, t.CLOSE_BRACE, newlines);
  }
  const items = readItems(parser, start);
  parser.newlines = newlines;
  if (parser.token !== t.CLOSE_BRACE) {
    if (parser.token === t.END) parser.fail("This object is not closed: `}` is missing.", start, start + 1);
    else {
      const hint = openedOn(parser, start);
      parser.unexpected("a line break, `,` or `}` behind an item of an object", hint);
    }
    return parser.invalid(start);
  }
  const { end } = parser;
  parser.next();
  return { kind: "object", items, start, end };
}

function readItems(parser: Parser, open: number): ObjectItem[] {
  const items: ObjectItem[] = [];
  for (;;) {
    while (parser.token === t.NEWLINE) parser.next();
    if (parser.token === t.CLOSE_BRACE || parser.token === t.END) return items;
    const item = readItem(parser, open);
    if (item === undefined) return items;
    items.push(item);
    if (parser.token !== t.COMMA && parser.token !== t.NEWLINE) return items;
    parser.next();
  }
}

function readItem(parser: Parser, open: number): ObjectItem | undefined {
  const key = parser.expression(parser);
  if (parser.token !== t.EQUALS && parser.token !== t.COLON) {
    parser.unexpected("`=` and the value of this item", openedOn(parser, open));
    return undefined;
  }
  parser.next();
  const value = parser.expression(parser);
  return { name: bareName(parser, key), key, value, start: key.start, end: value.end };
}

function bareName(parser: Parser, key: Expression): string | undefined {
  switch (key.kind) {
    case "variable":
      return key.steps.length === 0 ? key.root.text : undefined;
    case "boolean":
    case "null":
      return parser.text.slice(key.start, key.end);
    default:
      return undefined;
  }
}

/** Where the bracket opened, when that is on another line: a missing one is often noticed much later. */
function openedOn(parser: Parser, open: number): string {
  if (parser.failed || parser.text.indexOf("\n", open) >= parser.start) return "";
  return `It opened on line ${lineOf(parser.text, open)}; its closing bracket may be missing.`;
}
