import type { BinaryOperator, Expression } from "./ast.ts";
import type { Parser } from "./parser.ts";
import { readSteps } from "./steps.ts";
import { readTerm } from "./term.ts";
import * as t from "./token.ts";

/** Reads an expression from the current token on; the token behind it is then the current one. */
export function readExpression(parser: Parser): Expression {
  if (!parser.enter()) {
    parser.leave();
    return parser.invalid();
  }
  const condition = readBinary(parser, 1);
  const expression = parser.token === t.QUESTION ? readConditional(parser, condition) : condition;
  parser.leave();
  return expression;
}

function readConditional(parser: Parser, condition: Expression): Expression {
  parser.next();
  // Read in a call of its own, so that every `?` is a level of its own.
  const then = readExpression(parser);
  if (parser.token !== t.COLON) {
    parser.unexpected("`:` and what the condition gives otherwise");
    return parser.invalid(condition.start);
  }
  parser.next();
  const otherwise = readExpression(parser);
  return { kind: "conditional", condition, then, otherwise, start: condition.start, end: otherwise.end };
}

/** How tightly an operator binds; 0 for what is none. */
function binding(token: number): number {
  switch (token) {
    case t.OR:
      return 1;
    case t.AND:
      return 2;
    case t.EQUAL:
    case t.NOT_EQUAL:
      return 3;
    case t.LESS:
    case t.GREATER:
    case t.AT_MOST:
    case t.AT_LEAST:
      return 4;
    case t.PLUS:
    case t.MINUS:
      return 5;
    case t.STAR:
    case t.SLASH:
    case t.PERCENT:
      return 6;
    default:
      return 0;
  }
}

function readBinary(parser: Parser, least: number): Expression {
  let left = readOperand(parser);
  let links = 0;
  for (let power = binding(parser.token); power >= least; power = binding(parser.token)) {
    if (parser.tooHigh(++links)) return parser.invalid(left.start);
    const operator = parser.text.slice(parser.start, parser.end) as BinaryOperator;
    parser.next();
    const right = readBinary(parser, power + 1);
    left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
  }
  return left;
}

function readOperand(parser: Parser): Expression {
  const { token } = parser;
  if (token === t.MINUS || token === t.BANG) return readUnary(parser, token === t.MINUS ? "-" : "!");
  const term = readTerm(parser);
  return parser.token === t.DOT || parser.token === t.OPEN_BRACKET ? readSteps(parser, term) : term;
}

function readUnary(parser: Parser, operator: "-" | "!"): Expression {
  const { start } = parser;
  const fits = parser.enter();
  if (fits) parser.next();
  const operand = fits ? readOperand(parser) : parser.invalid();
  parser.leave();
  return { kind: "unary", operator, operand, start, end: operand.end };
}
