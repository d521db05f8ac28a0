import type { Expression } from "./ast.ts";
import type { Parser } from "./parser.ts";
import * as t from "./token.ts";

/** Reads a call from behind the first part of its name; the current token is `(` or `::`. */
export function readCall(parser: Parser, word: string, start: number, wordEnd: number): Expression {
  let name = word;
  let nameEnd = wordEnd;
  while (parser.token === t.COLONS) {
    parser.next();
    if (parser.token !== t.IDENTIFIER) {
      parser.unexpected(`the name of a function behind \`${name}::\``);
      return parser.invalid(start);
    }
    name += `::${parser.text.slice(parser.start, parser.end)}`;
    nameEnd = parser.end;
    parser.next();
  }
  if (parser.token !== t.OPEN_PAREN) {
    parser.unexpected(`\`(\` and the arguments of \`${name}\``);
    return parser.invalid(start);
  }
  const nameRange = { start, end: nameEnd };
  const { newlines, start: open } = parser;
  parser.newlines = false;
  parser.next();
  const list: Expression[] = [];
  const expandFinal = readArguments(parser, list);
  parser.newlines = newlines;
  if (parser.token !== t.CLOSE_PAREN) {
    notClosed(parser, name, expandFinal, open);
    return parser.invalid(start);
  }
  const { end } = parser;
  parser.next();
  return { kind: "call", name, nameRange, arguments: list, expandFinal, start, end };
}

/** Reads arguments up to the closing parenthesis; gives whether the last is expanded. */
function readArguments(parser: Parser, list: Expression[]): boolean {
  while (parser.token !== t.CLOSE_PAREN) {
    list.push(parser.expression(parser));
    if (parser.token === t.ELLIPSIS) {
      parser.next();
      return true;
    }
    if (parser.token !== t.COMMA) return false;
    parser.next();
  }
  return false;
}

function notClosed(parser: Parser, name: string, expandFinal: boolean, open: number): void {
  if (parser.token === t.END) {
    parser.fail(`This call of \`${name}\` is not closed: \`)\` is missing.`, open, open + 1);
  } else if (expandFinal) parser.unexpected("`)`", "Only the last argument can be expanded with `...`.");
  else parser.unexpected(`\`,\` or \`)\` behind an argument of \`${name}\``);
}
