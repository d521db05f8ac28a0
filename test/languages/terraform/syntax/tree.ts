import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Body, Expression, ParsedFile } from "../../../../src/languages/terraform/syntax/index.ts";
import { parseExpressionText, parseHcl } from "../../../../src/languages/terraform/syntax/index.ts";
import { SourceFile } from "../../../../src/source/index.ts";

export const FIXTURES = "fixtures/languages/terraform/syntax";

/** Paths below a folder that end in one of the endings, in order. */
export function filesBelow(path: string, endings: readonly string[]): string[] {
  if (!statSync(path).isDirectory()) return endings.some((ending) => path.endsWith(ending)) ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name), endings));
}

export function readFixture(path: string): SourceFile {
  return new SourceFile(path, readFileSync(path, "utf8"));
}

export function parseText(text: string): ParsedFile {
  return parseHcl(new SourceFile("main.tf", text));
}

export function expressionOf(text: string): Expression {
  return parseExpressionText(new SourceFile("main.tf", text)).expression;
}

/** What is reported, as `line:column-line:column message`. */
export function reported(parsed: Pick<ParsedFile, "file" | "diagnostics">): string[] {
  return parsed.diagnostics.map(({ message, span }) => {
    const start = parsed.file.position(span?.start ?? 0);
    const end = parsed.file.position(span?.end ?? 0);
    return `${start.line}:${start.column}-${end.line}:${end.column} ${message}`;
  });
}

/** A tree without its places. */
export function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare);
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => !PLACES.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value)]));
}

const PLACES = new Set(["start", "end", "nameRange", "typeRange", "header", "openBrace", "closeBrace"]);

/** Every object with a place below a node, the node itself first. */
export function* nodesBelow(node: unknown): Generator<{ start: number; end: number; kind?: string }> {
  if (typeof node !== "object" || node === null) return;
  if ("start" in node) yield node as { start: number; end: number };
  for (const value of Object.values(node)) yield* nodesBelow(value);
}

/** Every expression in a body, also those inside others. */
export function expressionsIn(body: Body): Expression[] {
  return [...nodesBelow(body)].filter((node): node is Expression => EXPRESSIONS.has(node.kind ?? ""));
}

const EXPRESSIONS = new Set(
  "number boolean null string template variable relative call tuple object conditional binary unary parentheses".split(
    " ",
  ),
);

/** `name`, `type label label`: what a body holds, and what is in its blocks, as one line. */
export function outline(body: Body): string {
  const items = [...body.attributes, ...body.blocks].sort((a, b) => a.start - b.start);
  return items
    .map((item) => {
      if (item.kind === "attribute") return item.expression.kind === "invalid" ? `${item.name}?` : item.name;
      const labels = item.labels.map(({ text }) => ` ${text}`).join("");
      return `${item.type}${labels} {${outline(item.body)}}`;
    })
    .join(" ");
}
