import type { Expression, ObjectExpression, Property, SpreadExpression } from "../../arm/core/expression.ts";
import type { Cursor } from "./cursor.ts";
import { type ExpressionParser, parseString } from "./strings.ts";

/**
 * `{ name: value … }`. The cursor stands at the brace. Where something else may stand among the properties, `other` reads it
 * and says whether it did.
 */
export function parseObject(
  cursor: Cursor,
  expression: ExpressionParser,
  other?: (cursor: Cursor) => boolean,
): ObjectExpression {
  const { start } = cursor;
  const properties: (Property | SpreadExpression)[] = [];
  if (!cursor.enter()) return { kind: "object", properties, span: cursor.spanFrom(start) };
  const before = cursor.comments.length;
  cursor.expect("{");
  cursor.skipNewlines();
  const after = cursor.comments.length;
  while (!cursor.failed && !cursor.is("}")) {
    if (cursor.is("...")) properties.push(parseSpread(cursor, expression));
    else if (!other?.(cursor)) properties.push(parseProperty(cursor, expression));
    parseSeparator(cursor, "}");
  }
  cursor.expect("}");
  cursor.leave();
  const span = cursor.spanFrom(start);
  for (let at = before; at < after; at++) cursor.blocks.set(at, span);
  return { kind: "object", properties, span };
}

function parseProperty(cursor: Cursor, expression: ExpressionParser): Property {
  const { start } = cursor;
  const key = parseKey(cursor, expression);
  cursor.expect(":");
  const value = expression(cursor);
  return { kind: "property", key, value, span: cursor.spanFrom(start) };
}

function parseKey(cursor: Cursor, expression: ExpressionParser): Expression {
  const { start } = cursor;
  if (cursor.is("quote")) return parseString(cursor, expression);
  const name = cursor.identifier("the name of a property");
  return { kind: "literal", value: name, span: cursor.spanFrom(start) };
}

export function parseSpread(cursor: Cursor, expression: ExpressionParser): SpreadExpression {
  const { start } = cursor;
  cursor.next();
  const operand = expression(cursor);
  return { kind: "spread", operand, span: cursor.spanFrom(start) };
}

/** Between two items: line breaks or one comma. A comma at the end of a line is refused by Bicep, and costs nothing here. */
export function parseSeparator(cursor: Cursor, closing: "]" | "}"): void {
  if (cursor.is(closing)) return;
  if (cursor.is("newline")) {
    cursor.skipNewlines();
    return;
  }
  const { start, end } = cursor;
  if (!cursor.expect(",", `a new line, ',' or '${closing}'`)) return;
  if (cursor.is("newline")) {
    cursor.complain(
      "There may be no comma at the end of a line: a line break separates as well.",
      start,
      end,
    );
    cursor.skipNewlines();
  }
}
