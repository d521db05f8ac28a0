import type { Decorator, TypeExpression, TypeProperty } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { parseDecorators } from "./decorators.ts";
import { parseExpression } from "./expressions.ts";
import { parseSeparator } from "./objects.ts";
import { parsePlainString, parseString } from "./strings.ts";

const PIPE = 124;

/** Any type. After a mistake the answer is of kind `other`, and the cursor has failed. */
export function parseType(cursor: Cursor): TypeExpression {
  const { start } = cursor;
  if (!cursor.enter()) return { kind: "other", span: cursor.spanFrom(start) };
  const type = parseUnion(cursor, start);
  cursor.leave();
  return type;
}

/** The type of a parameter or output: also `resource 'type@version'`, whose quoted part an output may leave out. */
export function parseDeclaredType(cursor: Cursor): TypeExpression {
  const { start } = cursor;
  if (!cursor.isWord("resource") || cursor.characterAfterToken() === 60) return parseType(cursor);
  cursor.next();
  if (cursor.is("quote")) parseString(cursor, parseExpression);
  return { kind: "other", span: cursor.spanFrom(start) };
}

function parseUnion(cursor: Cursor, start: number): TypeExpression {
  const leading = takePipe(cursor);
  const first = parseSuffixed(cursor);
  const members = [first];
  while (!cursor.failed && takePipe(cursor)) members.push(parseSuffixed(cursor));
  return members.length === 1 && !leading ? first : { kind: "union", members, span: cursor.spanFrom(start) };
}

/** A `|`, which may begin a line. */
function takePipe(cursor: Cursor): boolean {
  if (cursor.characterAfterNewline() === PIPE && cursor.text.charCodeAt(cursor.end + 1) !== PIPE)
    cursor.next();
  return cursor.take("|");
}

/** A type with what may stand behind it: `[]`, `[0]`, `.name`, `?`, `!`. */
function parseSuffixed(cursor: Cursor): TypeExpression {
  const { start } = cursor;
  let type = parsePrimary(cursor);
  for (;;) {
    switch (cursor.kind) {
      case "[":
        type = parseBrackets(cursor, type, start);
        break;
      case ".": {
        cursor.next();
        const name = cursor.take("*") ? "*" : cursor.identifier("the name of a type's property");
        if (cursor.is("<"))
          type = { kind: "name", name, args: parseTypeArguments(cursor), span: cursor.spanFrom(start) };
        else type = { kind: "member", of: type, name, span: cursor.spanFrom(start) };
        break;
      }
      case "?":
        cursor.next();
        type = { kind: "nullable", of: type, span: cursor.spanFrom(start) };
        break;
      case "!":
        cursor.next();
        type = type.kind === "nullable" ? type.of : type;
        break;
      default:
        return type;
    }
  }
}

function parseBrackets(cursor: Cursor, of: TypeExpression, start: number): TypeExpression {
  cursor.next();
  if (cursor.take("]")) return { kind: "array", of, span: cursor.spanFrom(start) };
  if (!cursor.take("*")) parseExpression(cursor);
  cursor.expect("]");
  return { kind: "item", of, span: cursor.spanFrom(start) };
}

function parsePrimary(cursor: Cursor): TypeExpression {
  const { start } = cursor;
  switch (cursor.kind) {
    case "identifier":
      return parseName(cursor, start);
    case "quote": {
      const value = parsePlainString(cursor, "a string without expressions in it");
      return { kind: "literal", value: value ?? "", span: cursor.spanFrom(start) };
    }
    case "integer":
    case "-":
    case "+":
    case "!":
      return parseLiteral(cursor, start);
    case "{":
      return parseObjectType(cursor, start);
    case "[":
      return parseTuple(cursor, start);
    case "(": {
      cursor.next();
      const inner = parseType(cursor);
      cursor.expect(")");
      return inner;
    }
    default:
      cursor.failExpecting("a type");
      return { kind: "other", span: cursor.spanFrom(start) };
  }
}

/** `1`, `-1`, `!true`: literals with the operators that make other literals of them. */
function parseLiteral(cursor: Cursor, start: number): TypeExpression {
  let negative = false;
  let not = false;
  for (; cursor.is("-") || cursor.is("+") || cursor.is("!"); cursor.next()) {
    if (cursor.is("-")) negative = !negative;
    if (cursor.is("!")) not = !not;
  }
  const word = cursor.word;
  if (!cursor.is("integer") && word !== "true" && word !== "false") {
    cursor.failExpecting("a number, true or false");
    return { kind: "other", span: cursor.spanFrom(start) };
  }
  const isNumber = cursor.is("integer");
  cursor.next();
  const value = isNumber ? Number(word) * (negative ? -1 : 1) : (word === "true") !== not;
  return { kind: "literal", value, span: cursor.spanFrom(start) };
}

function parseName(cursor: Cursor, start: number): TypeExpression {
  const name = cursor.word;
  cursor.next();
  if (name === "true" || name === "false")
    return { kind: "literal", value: name === "true", span: cursor.spanFrom(start) };
  if (name === "null") return { kind: "literal", value: null, span: cursor.spanFrom(start) };
  const args = cursor.is("<") ? parseTypeArguments(cursor) : [];
  return { kind: "name", name, args, span: cursor.spanFrom(start) };
}

function parseTypeArguments(cursor: Cursor): readonly TypeExpression[] {
  const args: TypeExpression[] = [];
  cursor.expect("<");
  cursor.skipNewlines();
  while (!cursor.failed && !cursor.is(">")) {
    args.push(parseType(cursor));
    cursor.skipNewlines();
    if (!cursor.is(">")) {
      cursor.expect(",", "',' or '>'");
      cursor.skipNewlines();
    }
  }
  cursor.expect(">");
  return args;
}

function parseObjectType(cursor: Cursor, start: number): TypeExpression {
  const properties: TypeProperty[] = [];
  let rest: TypeExpression | undefined;
  cursor.expect("{");
  cursor.skipNewlines();
  while (!cursor.failed && !cursor.is("}")) {
    const decorators: readonly Decorator[] = parseDecorators(cursor);
    if (cursor.take("*")) {
      cursor.expect(":");
      rest = parseType(cursor);
    } else {
      const name = cursor.is("quote")
        ? (parsePlainString(cursor, "the name of a property") ?? "")
        : cursor.identifier("the name of a property");
      cursor.expect(":");
      properties.push({ name, type: parseType(cursor), decorators });
    }
    parseSeparator(cursor, "}");
  }
  cursor.expect("}");
  return { kind: "object", properties, ...(rest && { rest }), span: cursor.spanFrom(start) };
}

function parseTuple(cursor: Cursor, start: number): TypeExpression {
  const items: TypeExpression[] = [];
  cursor.expect("[");
  cursor.skipNewlines();
  while (!cursor.failed && !cursor.is("]")) {
    parseDecorators(cursor);
    items.push(parseType(cursor));
    parseSeparator(cursor, "]");
  }
  cursor.expect("]");
  return { kind: "tuple", items, span: cursor.spanFrom(start) };
}
