import { parseExpressionText, parseHcl } from "../../../../src/languages/terraform/syntax/index.ts";
import { SourceFile } from "../../../../src/source/index.ts";
import { bare, expressionsIn, FIXTURES, filesBelow, nodesBelow, readFixture } from "./tree.ts";

const files = filesBelow(FIXTURES, [".tf", ".tfvars"]).filter((path) => !path.includes("/broken/"));

describe.each(files)("%s", (path) => {
  const file = readFixture(path);
  const { body, comments } = parseHcl(file);
  const textOf = (range: { start: number; end: number }): string => file.text.slice(range.start, range.end);

  test("every expression is what its range says", () => {
    for (const expression of expressionsIn(body)) {
      // A heredoc ends before the line break that belongs to it.
      const again = parseExpressionText(new SourceFile(path, `${textOf(expression)}\n`));
      expect(again.diagnostics).toEqual([]);
      expect(bare(again.expression)).toEqual(bare(expression));
    }
  });

  test("every range lies inside the one around it", () => {
    for (const outer of nodesBelow(body)) {
      for (const inner of nodesBelow(outer)) {
        expect(inner.start).toBeGreaterThanOrEqual(outer.start);
        expect(inner.end).toBeLessThanOrEqual(outer.end);
      }
    }
  });

  test("names, labels and braces are where they say", () => {
    const blocks = [...body.blocks];
    for (let block = blocks.pop(); block; block = blocks.pop()) {
      expect(textOf(block.typeRange)).toBe(block.type);
      expect(textOf(block.openBrace)).toBe("{");
      expect(textOf(block.closeBrace)).toBe("}");
      expect(textOf(block)).toBe(`${textOf(block.header)}${file.text.slice(block.header.end, block.end)}`);
      for (const label of block.labels) {
        expect(textOf(label)).toBe(label.quoted ? JSON.stringify(label.text) : label.text);
      }
      for (const attribute of block.body.attributes) {
        expect(textOf(attribute.nameRange)).toBe(attribute.name);
        expect(textOf(attribute)).toMatch(/^[^=]*=/);
      }
      blocks.push(...block.body.blocks);
    }
  });

  test("comments are where they say", () => {
    for (const comment of comments) {
      expect(textOf(comment)).toMatch(comment.kind === "line" ? /^(#|\/\/).*$/ : /^\/\*.*\*\/$/s);
    }
  });
});
