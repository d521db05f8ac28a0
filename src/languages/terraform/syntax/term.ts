import type { Expression } from "./ast.ts";
import { readCall } from "./call.ts";
import { readObject, readTuple } from "./collection.ts";
import { readHeredoc } from "./heredoc.ts";
import { readNumber } from "./number.ts";
import type { Parser } from "./parser.ts";
import { readQuoted } from "./quoted.ts";
import * as t from "./token.ts";

/** Reads what operators and steps apply to. */
export function readTerm(parser: Parser): Expression {
  switch (parser.token) {
    case t.IDENTIFIER:
      return readWord(parser);
    case t.QUOTE:
      return readQuoted(parser);
    case t.NUMBER:
      return readNumber(parser);
    case t.OPEN_BRACKET:
      return readTuple(parser);
    case t.OPEN_BRACE:
      return readObject(parser);
    case t.OPEN_PAREN:
      return readParentheses(parser);
    case t.HEREDOC:
      return readHeredoc(parser);
    default:
      parser.unexpected("an expression", hintFor(parser));
      return parser.invalid();
  }
}

function hintFor(parser: Parser): string {
  const { text, start, token } = parser;
  if (token === t.STRAY && text.charAt(start) === "$") {
    return "Outside a string, an expression is written without `$` and braces around it.";
  }
  if (token === t.STRAY && text.charAt(start) === "'") return "Strings are written in double quotes.";
  if (token === t.LESS && text.charAt(start + 1) === "<") {
    return "A heredoc starts with `<<` and a name, and its text on the next line.";
  }
  return "";
}

function readWord(parser: Parser): Expression {
  const { text, start, end } = parser;
  const word = text.slice(start, end);
  parser.next();
  if (parser.token === t.OPEN_PAREN || parser.token === t.COLONS) return readCall(parser, word, start, end);
  switch (word) {
    case "true":
      return { kind: "boolean", value: true, start, end };
    case "false":
      return { kind: "boolean", value: false, start, end };
    case "null":
      return { kind: "null", start, end };
    default:
      return { kind: "variable", root: { text: word, start, end }, steps: [], start, end };
  }
}

function readParentheses(parser: Parser): Expression {
  const { start, newlines } = parser;
  parser.newlines = false;
  parser.next();
  const inner = parser.expression(parser);
  parser.newlines = newlines;
  if (parser.token !== t.CLOSE_PAREN) {
    parser.unexpected("`)`");
    return parser.invalid(start);
  }
  const { end } = parser;
  parser.next();
  return { kind: "parentheses", inner, start, end };
}
