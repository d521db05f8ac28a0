// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is what HCL is made of
import { outline, parseText, reported } from "./tree.ts";

/** A text, what is left of it (`name?` has a value that could not be read), and the lines that are reported. */
const cases: readonly [string, string, string, readonly number[]][] = [
  ["a value that is missing", "a = \nb = 2\n", "a? b", [1]],
  [
    "a broken value inside a block",
    'resource "a" "b" {\n  c = [1 2]\n  d = 2\n}\ne = 3\n',
    "resource a b {c? d} e",
    [2],
  ],
  ["a broken block header", 'a "b" = {\n  c = 1\n}\nd = 2\n', "d", [1]],
  ["a brace below the header", "a\n{\n  b = 1\n}\nc = 2\n", "a {b} c", [1]],
  ["a brace below the labels", 'a "b"\n{\n  c = 1\n}\nd = 2\n', "a b {c} d", [1]],
  ["a quote that is missing", 'a = "x\nb = 2\n', "a b", [1]],
  ["a quote that is missing in an object", 'a = {\n  b = "x\n  c = 2\n}\nd = 3\n', "a d", [2]],
  ["a quote too many", 'a = "x""\nb = 2\n', "a b", [1]],
  ["an interpolation that is not closed", 'a {\n  b = "${c"\n  d = 2\n}\ne = 3\n', "a {b? d} e", [2]],
  ["a call that is not closed", "a {\n  b = f(1,\n  c = 2\n  d = 3\n}\ne = 4\n", "a {b? c d} e", [3]],
  ["a list that is not closed", "a {\n  b = [1,\n    2\n  c = 3\n}\nd = 4\n", "a {b? c} d", [4]],
  [
    "an object that is not closed",
    'resource "a" "b" {\n  tags = {\n    x = 1\n}\n\nresource "c" "d" {\n  e = 1\n}\n',
    "resource a b {tags} resource c d {e}",
    [1],
  ],
  [
    "a block that is not closed",
    'resource "a" "b" {\n  c = 1\n\nresource "d" "e" {\n  f = 1\n}\n',
    "resource a b {c} resource d e {f}",
    [1],
  ],
  [
    "a nested block that is not closed",
    'resource "a" "b" {\n  c {\n    d = 1\n\n}\n\nlocals {\n  e = 1\n}\n',
    "resource a b {c {d}} locals {e}",
    [1],
  ],
  ["the last block not closed", "locals {\n  a = 1\n}\nlocals {\n  b = 2\n", "locals {a} locals {b}", [4]],
  ["a brace too many", "locals {\n  a = 1\n}\n}\nlocals {\n  b = 2\n}\n", "locals {a} locals {b}", [4]],
  [
    "a heredoc that is not closed",
    'resource "a" "b" {\n  c = <<EOT\n  d = 1\n}\n\nresource "e" "f" {\n  g = 1\n}\n',
    "resource a b {c? d} resource e f {g}",
    [2],
  ],
  ["a comment that is not closed", "a = 1\n/* b\nc = 2\n\nlocals {\n  d = 1\n}\n", "a c locals {d}", [2]],
  ["commas between arguments", "a = 1,\nb = 2,\n", "a b", [1, 2]],
  ["arguments on one line", "a { b = 1, c = 2 }\nd = 3\n", "a {b c} d", [1, 1]],
  ["two arguments without a separator", "a = 1 b = 2\nc = 3\n", "a c", [1]],
  ["a colon for an equals sign", "a {\n  b: 1\n  c = 2\n}\n", "a {c}", [2]],
  ["a quoted name", '"a" = 1\nb = 2\n', "b", [1]],
  [
    "a merge conflict",
    "a = 1\n<<<<<<< HEAD\nb = 2\n=======\nb = 3\n>>>>>>> x\nc = 4\n",
    "a b c",
    [2, 4, 5, 6],
  ],
  ["a stray line", "a = 1\n???\nb = 2\n", "a b", [2]],
  ["a set argument set again", "a = 1\na = 2\nb = 3\n", "a b", [2]],
  ["several mistakes", "a = [1 2]\nb = (3\n)\nc = {d}\ne = 4\n", "a? b c? e", [1, 4]],
];

test.each(cases)("%s", (_, text, left, lines) => {
  const parsed = parseText(text);
  expect(outline(parsed.body)).toBe(left);
  expect(reported(parsed).map((line) => Number.parseInt(line, 10))).toEqual(lines);
});

test("a body says that it is broken, the ones around it do not", () => {
  const { body } = parseText("a {\n  b {\n    c = [1 2]\n  }\n}\n");
  const [a] = body.blocks;
  const [b] = a?.body.blocks ?? [];
  expect([body.broken, a?.body.broken, b?.body.broken]).toEqual([false, false, true]);
});

test("comments behind a mistake are kept, and none is kept twice", () => {
  const { comments, file } = parseText("a = [1 2 # b\n] # c\n# d\ne = 1 # f\n");
  expect(comments.map(({ start, end }) => file.text.slice(start, end))).toEqual(["# b", "# c", "# d", "# f"]);
});

test("a text with more than a hundred mistakes is given up", () => {
  const parsed = parseText(`${"???\n".repeat(1000)}a = 1\n`);
  expect(parsed.diagnostics).toHaveLength(101);
  expect(parsed.diagnostics.at(-1)?.message).toMatch(/the rest of this file is not read/);
  expect(parsed.body.broken).toBe(true);
});
