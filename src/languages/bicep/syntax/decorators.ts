import type { Decorator } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { parseArguments } from "./expressions.ts";

/** The decorators that stand here, each on a line of its own. */
export function parseDecorators(cursor: Cursor): readonly Decorator[] {
  if (!cursor.is("@")) return [];
  const decorators: Decorator[] = [];
  while (!cursor.failed && cursor.is("@")) {
    decorators.push(parseDecorator(cursor));
    if (!cursor.is("newline")) cursor.failExpecting("a new line behind the decorator");
    cursor.skipNewlines();
  }
  return decorators;
}

/** `@secure()` or `@sys.secure()`; the namespace is left out. */
function parseDecorator(cursor: Cursor): Decorator {
  const { start } = cursor;
  cursor.next();
  let name = cursor.identifier("the name of a decorator");
  while (cursor.take(".")) name = cursor.identifier("the name of a decorator");
  const args = parseArguments(cursor);
  return { name, args, span: cursor.spanFrom(start) };
}
