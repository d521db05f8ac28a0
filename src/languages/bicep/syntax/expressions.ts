import type {
  Expression,
  LambdaExpression,
  Loop,
  LoopExpression,
  SpreadExpression,
} from "../../arm/core/expression.ts";
import type { Cursor } from "./cursor.ts";
import { beginsDeclaration } from "./keywords.ts";
import { parseObject, parseSeparator, parseSpread } from "./objects.ts";
import type { TokenKind } from "./scanner.ts";
import { parseString } from "./strings.ts";

interface BinaryOperator {
  readonly precedence: number;
  /** The call that it stands for, see `CallExpression`. */
  readonly call: string;
}

const BINARY: ReadonlyMap<TokenKind, BinaryOperator> = new Map([
  ["??", { precedence: 1, call: "coalesce" }],
  ["||", { precedence: 2, call: "or" }],
  ["&&", { precedence: 3, call: "and" }],
  ["==", { precedence: 4, call: "equals" }],
  ["!=", { precedence: 4, call: "notEquals" }],
  ["=~", { precedence: 4, call: "equalsInsensitive" }],
  ["!~", { precedence: 4, call: "notEqualsInsensitive" }],
  ["<", { precedence: 5, call: "less" }],
  ["<=", { precedence: 5, call: "lessOrEquals" }],
  [">", { precedence: 5, call: "greater" }],
  [">=", { precedence: 5, call: "greaterOrEquals" }],
  ["+", { precedence: 6, call: "add" }],
  ["-", { precedence: 6, call: "sub" }],
  ["*", { precedence: 7, call: "mul" }],
  ["/", { precedence: 7, call: "div" }],
  ["%", { precedence: 7, call: "mod" }],
] as const);

const QUESTION = 63;
const COLON = 58;

/** Any expression. After a mistake the answer is an error expression, and the cursor has failed. */
export function parseExpression(cursor: Cursor): Expression {
  const { start } = cursor;
  if (!cursor.enter()) return errorFrom(cursor, start);
  const condition = parseBinary(cursor, 0);
  const expression = continues(cursor, QUESTION) ? parseConditional(cursor, condition, start) : condition;
  cursor.leave();
  return cursor.failed ? errorFrom(cursor, start) : expression;
}

/** Whether the character stands here or at the beginning of the next line: `?` and `:` may. The line break is stepped over. */
function continues(cursor: Cursor, character: number): boolean {
  const kind = character === QUESTION ? "?" : ":";
  if (cursor.characterAfterNewline() === character && cursor.text.charCodeAt(cursor.end + 1) !== character) {
    cursor.next();
  }
  return cursor.kind === kind;
}

function parseConditional(cursor: Cursor, condition: Expression, start: number): Expression {
  cursor.next();
  const then = parseExpression(cursor);
  if (!continues(cursor, COLON)) {
    cursor.failExpecting("':' and the value for when the condition does not hold");
    return condition;
  }
  cursor.next();
  const otherwise = parseExpression(cursor);
  return { kind: "conditional", condition, then, otherwise, span: cursor.spanFrom(start) };
}

function parseBinary(cursor: Cursor, above: number): Expression {
  const { start } = cursor;
  let left = parseUnary(cursor);
  for (;;) {
    const operator = BINARY.get(cursor.kind);
    if (!operator || operator.precedence <= above) return left;
    cursor.next();
    const right = parseBinary(cursor, operator.precedence);
    left = { kind: "call", name: operator.call, args: [left, right], span: cursor.spanFrom(start) };
  }
}

function parseUnary(cursor: Cursor): Expression {
  const { kind, start } = cursor;
  if (kind !== "!" && kind !== "-" && kind !== "+") return parseMember(cursor);
  if (!cursor.enter()) return errorFrom(cursor, start);
  cursor.next();
  const operand = parseUnary(cursor);
  cursor.leave();
  const span = cursor.spanFrom(start);
  if (kind === "+") return operand;
  if (kind === "-" && operand.kind === "literal" && typeof operand.value === "number") {
    return { kind: "literal", value: -operand.value, span };
  }
  return { kind: "call", name: kind === "!" ? "not" : "negate", args: [operand], span };
}

function parseMember(cursor: Cursor): Expression {
  const { start } = cursor;
  let expression = parsePrimary(cursor);
  for (;;) {
    switch (cursor.kind) {
      case ".":
        expression = parseDot(cursor, expression, start);
        break;
      case "[":
        expression = parseIndex(cursor, expression, start);
        break;
      case "::": {
        cursor.next();
        const name = cursor.identifier("the name of a nested resource");
        expression = { kind: "member", object: expression, name, nested: true, span: cursor.spanFrom(start) };
        break;
      }
      case "!":
        cursor.next();
        expression = {
          kind: "call",
          name: "assertNotNull",
          args: [expression],
          span: cursor.spanFrom(start),
        };
        break;
      default:
        return expression;
    }
  }
}

function parseDot(cursor: Cursor, object: Expression, start: number): Expression {
  cursor.next();
  const safe = cursor.take("?");
  const name = cursor.identifier("the name of a property or function");
  if (!cursor.is("(")) {
    return { kind: "member", object, name, ...(safe && { safe }), span: cursor.spanFrom(start) };
  }
  const args = parseArguments(cursor);
  const span = cursor.spanFrom(start);
  if (object.kind === "name" && (object.name === "az" || object.name === "sys")) {
    return { kind: "call", name, namespace: object.name, args, span };
  }
  return { kind: "call", name, on: object, args, span };
}

function parseIndex(cursor: Cursor, object: Expression, start: number): Expression {
  cursor.next();
  const safe = cursor.take("?");
  const fromEnd = cursor.take("^");
  const index = parseExpression(cursor);
  cursor.expect("]");
  return {
    kind: "index",
    object,
    index,
    ...(safe && { safe }),
    ...(fromEnd && { fromEnd }),
    span: cursor.spanFrom(start),
  };
}

function parsePrimary(cursor: Cursor): Expression {
  const { start } = cursor;
  switch (cursor.kind) {
    case "quote":
      return parseString(cursor, parseExpression);
    case "identifier":
      return parseWord(cursor);
    case "integer":
      return parseInteger(cursor);
    case "{":
      return parseObject(cursor, parseExpression);
    case "[":
      return parseArrayOrLoop(cursor);
    case "(":
      return parseParenthesis(cursor);
    default:
      cursor.failExpecting("a value");
      return errorFrom(cursor, start);
  }
}

/** A number as written; Bicep has whole ones only. */
function parseInteger(cursor: Cursor): Expression {
  const { start } = cursor;
  const value = Number(cursor.word);
  cursor.next();
  return { kind: "literal", value, span: cursor.spanFrom(start) };
}

function parseWord(cursor: Cursor): Expression {
  const { start } = cursor;
  const name = cursor.word;
  cursor.next();
  const span = cursor.spanFrom(start);
  if (name === "true" || name === "false") return { kind: "literal", value: name === "true", span };
  if (name === "null") return { kind: "literal", value: null, span };
  if (cursor.is("=>")) return parseLambda(cursor, [name], start);
  if (!cursor.is("(")) return { kind: "name", name, span };
  const args = parseArguments(cursor);
  return { kind: "call", name, args, span: cursor.spanFrom(start) };
}

/** `(a, b)` behind a function's name; line breaks may stand around each argument. */
export function parseArguments(cursor: Cursor): readonly Expression[] {
  const args: Expression[] = [];
  cursor.expect("(");
  cursor.skipNewlines();
  while (!cursor.failed && !cursor.is(")")) {
    args.push(parseExpression(cursor));
    cursor.skipNewlines();
    if (!cursor.is(")")) {
      cursor.expect(",", "',' or ')'");
      cursor.skipNewlines();
      if (cursor.is(")")) cursor.failExpecting("another argument");
    }
  }
  cursor.expect(")");
  return args;
}

function parseLambda(cursor: Cursor, parameters: readonly string[], start: number): LambdaExpression {
  cursor.expect("=>");
  if (cursor.is("newline") && !beginsDeclaration(cursor.text, cursor.end)) cursor.next();
  const body = parseExpression(cursor);
  return { kind: "lambda", parameters, body, span: cursor.spanFrom(start) };
}

/** `(expression)`, or the parameters of a lambda. */
function parseParenthesis(cursor: Cursor): Expression {
  const { start } = cursor;
  const items: Expression[] = [];
  cursor.next();
  cursor.skipNewlines();
  while (!cursor.failed && !cursor.is(")")) {
    items.push(parseExpression(cursor));
    cursor.skipNewlines();
    if (!cursor.take(",")) break;
    cursor.skipNewlines();
  }
  cursor.expect(")");
  if (cursor.is("=>")) return parseLambda(cursor, parameterNames(cursor, items), start);
  const [only] = items;
  if (only && items.length === 1) return { ...only, span: cursor.spanFrom(start) };
  cursor.fail(
    items.length === 0
      ? "Expected an expression between the parentheses."
      : "Expected one expression between the parentheses.",
    start,
    cursor.lastEnd,
  );
  return errorFrom(cursor, start);
}

function parameterNames(cursor: Cursor, items: readonly Expression[]): readonly string[] {
  return items.map((item) => {
    if (item.kind === "name") return item.name;
    cursor.fail("Expected the name of a lambda's parameter.", item.span.start, item.span.end);
    return "";
  });
}

function parseArrayOrLoop(cursor: Cursor): Expression {
  const { start } = cursor;
  cursor.next();
  if (cursor.isWord("for") || (cursor.is("newline") && startsWord(cursor, "for"))) {
    cursor.skipNewlines();
    return parseLoop(cursor, start, parseExpression);
  }
  const items: (Expression | SpreadExpression)[] = [];
  cursor.skipNewlines();
  while (!cursor.failed && !cursor.is("]")) {
    items.push(cursor.is("...") ? parseSpread(cursor, parseExpression) : parseExpression(cursor));
    parseSeparator(cursor, "]");
  }
  cursor.expect("]");
  return { kind: "array", items, span: cursor.spanFrom(start) };
}

function startsWord(cursor: Cursor, word: string): boolean {
  return (
    cursor.text.startsWith(word, cursor.end) &&
    /^\W/.test(cursor.text.slice(cursor.end + word.length, cursor.end + word.length + 1))
  );
}

/** `for item in items: body]`, with the bracket already read. `body` reads what is made in each turn. */
function parseLoop(cursor: Cursor, start: number, body: (cursor: Cursor) => Expression): LoopExpression {
  const loop = parseLoopHead(cursor, start);
  const made = body(cursor);
  cursor.skipNewlines();
  cursor.expect("]");
  return { kind: "loop", loop, body: made, span: cursor.spanFrom(start) };
}

/** `for item in items:` or `for (item, index) in items:`. */
export function parseLoopHead(cursor: Cursor, start: number): Loop {
  cursor.next();
  let item: string;
  let index: string | undefined;
  if (cursor.take("(")) {
    item = cursor.identifier("the name of the loop's item");
    cursor.expect(",");
    index = cursor.identifier("the name of the loop's index");
    cursor.expect(")");
  } else item = cursor.identifier("the name of the loop's item, or '('");
  if (!cursor.takeWord("in")) cursor.failExpecting("'in'");
  const collection = parseExpression(cursor);
  cursor.expect(":");
  return { item, ...(index !== undefined && { index }), collection, span: cursor.spanFrom(start) };
}

function errorFrom(cursor: Cursor, start: number): Expression {
  return { kind: "error", span: cursor.spanFrom(start) };
}
