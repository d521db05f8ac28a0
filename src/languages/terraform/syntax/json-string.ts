import type { Node } from "jsonc-parser";
import type { Expression } from "./ast.ts";
import { readExpression } from "./expression.ts";
import { readBare } from "./heredoc.ts";
import { Parser } from "./parser.ts";
import type { Problem } from "./problem.ts";
import { relocate } from "./relocate.ts";
import * as t from "./token.ts";

/** Reads a JSON string as the template that HCL makes of it. Its parts have their places inside the string. */
export function templateIn(text: string, node: Node, problems: Problem[]): Expression {
  const value = String(node.value);
  const range = { start: node.offset, end: node.offset + node.length };
  if (!/[$%]\{/.test(value)) return { kind: "string", value, form: "bare", ...range };
  const parser = new Parser(value, readExpression);
  // The start of a text may be a byte order mark, that of a string may not.
  parser.end = 0;
  const read = readBare(parser);
  const place = placesOf(text, node);
  problems.push(...parser.problems.map((problem) => relocate(problem, place)));
  return { ...relocate(read, place), ...range };
}

/** Reads a JSON string as an expression, where HCL wants a reference or a type and not a value; undefined when it is none. */
export function expressionIn(text: string, node: Node): Expression | undefined {
  const parser = new Parser(String(node.value), readExpression);
  parser.newlines = false;
  parser.end = 0;
  parser.next();
  const expression = readExpression(parser);
  if (parser.token !== t.END || parser.problems.length > 0) return undefined;
  return relocate(expression, placesOf(text, node));
}

/** Where the characters of a string's value are written: one may take six, as `\u0041` does. */
function placesOf(text: string, node: Node): (offset: number) => number {
  const first = node.offset + 1;
  const raw = text.slice(first, node.offset + node.length - 1);
  if (!raw.includes("\\")) return (offset) => first + offset;
  const places: number[] = [];
  for (let at = 0; at < raw.length; ) {
    places.push(first + at);
    if (raw[at] !== "\\") at++;
    else at += raw[at + 1] === "u" ? 6 : 2;
  }
  const behind = first + raw.length;
  return (offset) => places[offset] ?? behind;
}
