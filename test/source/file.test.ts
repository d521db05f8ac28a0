import {
  compareSpans,
  contains,
  firstLine,
  locationOf,
  SourceFile,
  span,
  spanText,
} from "../../src/source/index.ts";
import fc from "../random.ts";

const text = fc.string({
  unit: fc.constantFrom("a", "é", "😀", "\ud83d", "\t", "\n", "\r\n", "\r"),
  maxLength: 20,
});

describe("positions in a file", () => {
  test("lead back to the offset that they came from", () => {
    fc.assert(
      fc.property(text, (content) => {
        const file = new SourceFile("a.tf", content);
        for (let offset = 0; offset <= content.length; offset++) {
          expect(file.offset(file.position(offset))).toBe(offset);
        }
      }),
    );
  });

  test("count lines by their line feeds, and columns by UTF-16 code units", () => {
    fc.assert(
      fc.property(text, (content) => {
        const file = new SourceFile("a.tf", content);
        const lines = content.split("\n");
        expect(file.lineCount).toBe(lines.length);
        lines.forEach((line, at) => {
          expect(file.line(at + 1)).toBe(at < lines.length - 1 ? line.replace(/\r$/, "") : line);
        });
        for (let offset = 0; offset <= content.length; offset++) {
          const before = content.slice(0, offset).split("\n");
          expect(file.position(offset)).toEqual({
            line: before.length,
            column: (before.at(-1) ?? "").length + 1,
          });
        }
      }),
    );
  });

  test("stay within the file and within their line", () => {
    const file = new SourceFile("a.tf", "one\r\ntwo\n");
    expect(file.position(-5)).toEqual({ line: 1, column: 1 });
    expect(file.position(99)).toEqual({ line: 3, column: 1 });
    expect(file.offset({ line: 0, column: 4 })).toBe(0);
    expect(file.offset({ line: 9, column: 1 })).toBe(9);
    expect(file.offset({ line: 1, column: 99 })).toBe(4);
    expect(file.offset({ line: 2, column: 0 })).toBe(5);
    expect(file.line(0)).toBe("");
    expect(file.line(4)).toBe("");
  });
});

describe("spans", () => {
  const file = new SourceFile("a.tf", "one {\r\n  two = 3\n}\n");

  test("of several lines are shown by the first one, without its line break", () => {
    expect(spanText(firstLine(span(file, 0, 18)))).toBe("one {");
    expect(spanText(firstLine(span(file, 9, 16)))).toBe("two = 3");
    expect(firstLine(span(file, 6, 9))).toEqual(span(file, 6, 6));
  });

  test("give their lines and columns, the end exclusive", () => {
    expect(locationOf(span(file, 9, 16))).toEqual({
      path: "a.tf",
      start: { line: 2, column: 3 },
      end: { line: 2, column: 10 },
    });
  });

  test("hold others of the same file only", () => {
    expect(contains(span(file, 0, 18), span(file, 9, 16))).toBe(true);
    expect(contains(span(file, 9, 16), span(file, 9, 16))).toBe(true);
    expect(contains(span(file, 9, 16), span(file, 8, 16))).toBe(false);
    expect(contains(span(file, 0, 18), span(new SourceFile("a.tf", file.text), 9, 16))).toBe(false);
  });

  test("are ordered by path, then by place", () => {
    const other = new SourceFile("b.tf", "");
    const spans = [span(other, 0, 0), span(file, 3, 9), span(file, 3, 4), span(file, 0, 9)];
    expect(
      [...spans].sort(compareSpans).map(({ file: { path }, start, end }) => `${path} ${start}-${end}`),
    ).toEqual(["a.tf 0-9", "a.tf 3-4", "a.tf 3-9", "b.tf 0-0"]);
  });
});
