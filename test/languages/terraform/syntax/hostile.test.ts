// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is what HCL is made of

import { parseHcl, parseJson, parseTemplateText } from "../../../../src/languages/terraform/syntax/index.ts";
import { SourceFile } from "../../../../src/source/index.ts";
import fc from "../../../random.ts";
import { nodesBelow, parseText } from "./tree.ts";

const MANY = 10_000;

test.each([
  ["parentheses", `a = ${"(".repeat(MANY)}1${")".repeat(MANY)}\n`],
  ["lists", `a = ${"[".repeat(MANY)}${"]".repeat(MANY)}\n`],
  ["objects", `a = ${"{ b = ".repeat(MANY)}1${"}".repeat(MANY)}\n`],
  ["calls", `a = ${"f(".repeat(MANY)}${")".repeat(MANY)}\n`],
  ["negations", `a = ${"!".repeat(MANY)}b\n`],
  ["sums", `a = 1${" + 1".repeat(MANY)}\n`],
  ["conditions", `a = ${"b ? c : ".repeat(MANY)}d\n`],
  ["conditions inside", `a = ${"b ? ".repeat(MANY)}c${" : d".repeat(MANY)}\n`],
  ["templates", `a = ${'"${'.repeat(MANY)}b${'}"'.repeat(MANY)}\n`],
  ["directives", `a = "${"%{ if b }".repeat(MANY)}${"%{ endif }".repeat(MANY)}"\n`],
  ["splats", `a = b${"[*]".repeat(MANY)}\n`],
  ["indices", `a = ${"b[".repeat(MANY)}0${"]".repeat(MANY)}\n`],
  ["for expressions", `a = ${"[for b in c : ".repeat(MANY)}d${"]".repeat(MANY)}\n`],
  ["blocks", `${"a {\n".repeat(MANY)}${"}\n".repeat(MANY)}`],
])("%s nested too deep are refused in words", (_, text) => {
  const { diagnostics } = parseText(`${text}z = 1\n`);
  expect(diagnostics[0]?.message).toMatch(/nested more than 500 levels deep/);
});

test("what is nested less deep is read", () => {
  expect(parseText(`a = ${"(".repeat(490)}1${")".repeat(490)}\n`).diagnostics).toEqual([]);
});

test("steps in a row are no nesting", () => {
  expect(parseText(`a = b${".c".repeat(MANY)}${"[0]".repeat(MANY)}\n`).diagnostics).toEqual([]);
});

test("JSON nested too deep is refused in words", () => {
  const { diagnostics } = parseJson(new SourceFile("a.tf.json", '{"a":'.repeat(MANY)));
  expect(diagnostics[0]?.message).toMatch(/nested more than 500 levels deep/);
});

const OPENINGS = [
  "{",
  "[",
  "(",
  '"',
  '"${',
  "<<A\n",
  "<<-A\n${",
  "/*",
  "a {\n",
  "a = {\n",
  "a = [\n",
  '"%{ if a }',
  "a.",
  "#",
];

test.each(OPENINGS)("%j twenty thousand times takes no more than a moment", (opening) => {
  const started = performance.now();
  parseText(opening.repeat(20_000));
  parseText(`a = ${opening.repeat(20_000)}`);
  parseText(`a = ${opening}\n`.repeat(4_000));
  expect(performance.now() - started).toBeLessThan(6000);
});

const PIECES = [
  ..."{}[]()\"'.,:;=!<>&|?*/+-%$~#\\ \t\n\r",
  ..."aé0",
  "\u00a0",
  "\ud83d",
  "\0",
  "\ufeff",
  "${",
  "%{",
  "~}",
  "<<A\n",
  "<<-A\n",
  "\nA\n",
  " = ",
  "a {\n",
  "\n}\n",
  "if ",
  "for ",
  "in ",
  "else",
  "endif",
  "endfor",
  "...",
  "=>",
  "\\u12",
  'resource "a" "b" {\n',
];

const garbage = fc.array(fc.constantFrom(...PIECES), { maxLength: 200 }).map((pieces) => pieces.join(""));

test("no text makes it throw, and all places lie in the text", () => {
  fc.assert(
    fc.property(fc.oneof(garbage, fc.string({ unit: "binary", maxLength: 300 })), (text) => {
      for (const parsed of [
        parseHcl(new SourceFile("a.tf", text)),
        parseTemplateText(new SourceFile("a.tftpl", text)),
        parseJson(new SourceFile("a.tf.json", text)),
      ]) {
        const root = "body" in parsed ? parsed.body : parsed.expression;
        for (const { start, end } of [...nodesBelow(root), ...parsed.comments]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const { span } of parsed.diagnostics) {
          expect(span?.end).toBeGreaterThanOrEqual(span?.start ?? 0);
          expect(span?.end).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: 500, examples: [["/*"], ['for "\\']] },
  );
});
