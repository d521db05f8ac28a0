import fc from "../../../random.ts";
import { expression } from "./printing.ts";
import { bare, expressionOf, expressionsIn, parseText } from "./tree.ts";

test("what is printed is read back", () => {
  fc.assert(
    fc.property(expression, ({ text, tree }) => {
      // Parentheses, because a line break may stand anywhere in them.
      const read = expressionOf(`(${text})`);
      expect(bare(read.kind === "parentheses" ? read.inner : read)).toEqual(tree);
    }),
    { numRuns: 1000 },
  );
});

test("every expression in what is printed is what its range says", () => {
  fc.assert(
    fc.property(expression, ({ text }) => {
      const { body, file, diagnostics } = parseText(`a = (${text})\n`);
      expect(diagnostics).toEqual([]);
      for (const node of expressionsIn(body)) {
        expect(bare(expressionOf(file.text.slice(node.start, node.end)))).toEqual(bare(node));
      }
    }),
    { numRuns: 300 },
  );
});
