import type { SourceFile } from "../../../source/index.ts";
import type { ParsedExpression, ParsedFile } from "./ast.ts";
import { readFile } from "./body.ts";
import { readExpression } from "./expression.ts";
import { readBare } from "./heredoc.ts";
import { Parser } from "./parser.ts";
import { diagnosticsOf } from "./problem.ts";
import * as t from "./token.ts";

/** Parses a `.tf`, `.tofu` or `.tfvars` file. Never throws, and gives what could be read of a broken one. */
export function parseHcl(file: SourceFile): ParsedFile {
  let parser = new Parser(file.text, readExpression);
  let body = readFile(parser);
  if (parser.unclosed) {
    parser = new Parser(file.text, readExpression, true);
    body = readFile(parser);
  }
  return { file, body, comments: parser.comments, diagnostics: diagnosticsOf(file, parser.problems) };
}

/** Parses a text that is a template as a whole, as `templatefile` reads it. */
export function parseTemplateText(file: SourceFile): ParsedExpression {
  const parser = new Parser(file.text, readExpression);
  const expression = readBare(parser);
  return { file, expression, comments: parser.comments, diagnostics: diagnosticsOf(file, parser.problems) };
}

/** Parses a text that is one expression. */
export function parseExpressionText(file: SourceFile): ParsedExpression {
  const parser = new Parser(file.text, readExpression);
  parser.newlines = false;
  parser.next();
  let expression = readExpression(parser);
  if (parser.token !== t.END) parser.unexpected("the end of the expression");
  if (parser.failed) expression = { kind: "invalid", start: 0, end: file.text.length };
  return { file, expression, comments: parser.comments, diagnostics: diagnosticsOf(file, parser.problems) };
}
