import type { Expression, Loop } from "../../arm/core/expression.ts";
import type { Body, Decorator, ResourceSyntax } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { parseDecorators } from "./decorators.ts";
import { parseExpression, parseLoopHead } from "./expressions.ts";
import { parseObject } from "./objects.ts";
import { isLetter } from "./scanner.ts";
import { parsePlainString } from "./strings.ts";

/** `resource name 'type' existing = body`, at the top or inside of another resource. */
export function parseResource(cursor: Cursor, decorators: readonly Decorator[]): ResourceSyntax {
  const { start } = cursor;
  cursor.next();
  const nameStart = cursor.start;
  const name = cursor.identifier("the symbolic name of the resource");
  const nameSpan = cursor.spanFrom(nameStart);
  const typeStart = cursor.start;
  const type = parsePlainString(
    cursor,
    "the type of the resource as a string, such as 'Microsoft.Network/virtualNetworks@2024-05-01'",
  );
  const typeSpan = cursor.spanFrom(typeStart);
  const existing = cursor.takeWord("existing");
  cursor.expect("=");
  const nested: ResourceSyntax[] = [];
  const body = parseBody(cursor, nested);
  const span = cursor.spanFrom(start);
  return {
    kind: "resource",
    decorators,
    name,
    nameSpan,
    type: type ?? "",
    typeSpan,
    existing,
    nested,
    ...body,
    span,
  };
}

/** What stands behind the `=` of a resource or module; nested resources are put into `nested`, where they are allowed. */
export function parseBody(cursor: Cursor, nested?: ResourceSyntax[]): Body {
  if (cursor.is("newline") && cursor.text.startsWith("if", cursor.end)) cursor.next();
  const other = nested && ((at: Cursor) => parseNested(at, nested));
  if (!cursor.is("[")) return parseConditionalBody(cursor, other);
  const { start } = cursor;
  cursor.next();
  cursor.skipNewlines();
  if (!cursor.isWord("for")) cursor.failExpecting("'for'");
  const loop: Loop = parseLoopHead(cursor, start);
  const body = parseConditionalBody(cursor, other);
  cursor.skipNewlines();
  cursor.expect("]");
  return { ...body, loop };
}

function parseConditionalBody(cursor: Cursor, other: ((cursor: Cursor) => boolean) | undefined): Body {
  let condition: Expression | undefined;
  if (cursor.takeWord("if")) {
    if (!cursor.is("(")) cursor.failExpecting("'(' and a condition");
    condition = parseParenthesised(cursor);
  }
  if (!cursor.is("{")) cursor.failExpecting(condition ? "'{'" : "'{', '[for …' or 'if (…)'");
  const object = parseObject(cursor, parseExpression, other);
  return { ...(condition && { condition }), object };
}

/** The condition alone: a general expression would take the body for something that goes on behind it. */
function parseParenthesised(cursor: Cursor): Expression {
  cursor.next();
  cursor.skipNewlines();
  const condition = parseExpression(cursor);
  cursor.skipNewlines();
  cursor.expect(")");
  return condition;
}

/** A resource among the properties of another: `resource` is followed by a name, a property of that name by a colon. */
function parseNested(cursor: Cursor, nested: ResourceSyntax[]): boolean {
  if (!cursor.is("@") && !(cursor.isWord("resource") && isLetter(cursor.characterAfterToken()))) return false;
  const decorators = parseDecorators(cursor);
  if (!cursor.isWord("resource")) cursor.failExpecting("a nested resource behind the decorator");
  else nested.push(parseResource(cursor, decorators));
  return true;
}
