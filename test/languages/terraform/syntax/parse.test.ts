// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is what HCL is made of
import { blocksOf, type Expression, textOf } from "../../../../src/languages/terraform/syntax/index.ts";
import { bare, expressionOf, nodesBelow, parseText, reported } from "./tree.ts";

/** An expression with brackets around every operation, so that precedence shows. */
function shape(node: Expression): string {
  switch (node.kind) {
    case "binary":
      return `(${shape(node.left)} ${node.operator} ${shape(node.right)})`;
    case "unary":
      return `(${node.operator}${shape(node.operand)})`;
    case "conditional":
      return `(${shape(node.condition)} ? ${shape(node.then)} : ${shape(node.otherwise)})`;
    case "parentheses":
      return `<${shape(node.inner)}>`;
    case "number":
      return node.raw;
    case "variable":
      return `${node.root.text}${node.steps.map((step) => (step.kind === "attribute" ? `.${step.name}` : `[${step.kind}]`)).join("")}`;
    default:
      return node.kind;
  }
}

test.each([
  ["a || b && c", "(a || (b && c))"],
  ["a && b == c", "(a && (b == c))"],
  ["a == b < c", "(a == (b < c))"],
  ["a < b + c", "(a < (b + c))"],
  ["a + b * c", "(a + (b * c))"],
  ["a * b + c", "((a * b) + c)"],
  ["a - b - c", "((a - b) - c)"],
  ["a / b % c", "((a / b) % c)"],
  ["a == b != c", "((a == b) != c)"],
  ["a <= b >= c", "((a <= b) >= c)"],
  ["-a * b", "((-a) * b)"],
  ["!a && b", "((!a) && b)"],
  ["-a.b", "(-a.b)"],
  ["!a[0]", "(!a[index])"],
  ["- - 1", "(-(-1))"],
  ["1-1", "(1 - 1)"],
  ["a-b", "a-b"],
  ["a -b", "(a - b)"],
  ["(a + b) * c", "(<(a + b)> * c)"],
  ["a ? b : c ? d : e", "(a ? b : (c ? d : e))"],
  ["a ? b ? c : d : e", "(a ? (b ? c : d) : e)"],
  ["a || b ? c + 1 : d", "((a || b) ? (c + 1) : d)"],
])("%s binds as %s", (text, expected) => {
  expect(shape(expressionOf(text))).toBe(expected);
});

test.each([
  ["a.b", [{ kind: "attribute", name: "b" }]],
  ["a.0", [{ kind: "index", key: { kind: "number", raw: "0", value: 0 }, legacy: true }]],
  ["a[*]", [{ kind: "splat", full: true, each: [] }]],
  ["a.*", [{ kind: "splat", full: false, each: [] }]],
  ["a[*].b", [{ kind: "splat", full: true, each: [{ kind: "attribute", name: "b" }] }]],
  [
    "a.*.b[0]",
    [
      { kind: "splat", full: false, each: [{ kind: "attribute", name: "b" }] },
      { kind: "index", key: { kind: "number", raw: "0", value: 0 }, legacy: false },
    ],
  ],
])("the steps of %s", (text, steps) => {
  expect(bare(expressionOf(text))).toMatchObject({ kind: "variable", root: { text: "a" }, steps });
});

test("a step's range starts at its dot or bracket", () => {
  const text = "a.b[0].*.c.1";
  const node = expressionOf(text);
  const steps = node.kind === "variable" ? node.steps : [];
  expect(steps.map(({ start, end }) => text.slice(start, end))).toEqual([".b", "[0]", ".*.c.1"]);
});

test("a number keeps its digits", () => {
  const raw = "123456789012345678901234567890.10";
  expect(expressionOf(raw)).toMatchObject({ kind: "number", raw, start: 0, end: raw.length });
});

test("a bare word is a key, in parentheses it is a variable", () => {
  const node = expressionOf('{ a = 1, (b) = 2, "c" = 3, null = 4, d.e = 5, 6 = 7 }');
  const names = node.kind === "object" ? node.items.map(({ name }) => name) : [];
  expect(names).toEqual(["a", undefined, undefined, "null", undefined, undefined]);
});

test("a call with namespaces and an expanded argument", () => {
  const text = "provider::azurerm::f(a, b...)";
  const node = expressionOf(text);
  expect(node).toMatchObject({ kind: "call", name: "provider::azurerm::f", expandFinal: true });
  expect(node.kind === "call" && text.slice(node.nameRange.start, node.nameRange.end)).toBe(
    "provider::azurerm::f",
  );
});

test("a body in order, with places", () => {
  const text = 'a = 1\nb "c" d {\n  e = 2\n}\n';
  const { body, file } = parseText(text);
  expect(body).toMatchObject({ syntax: "native", broken: false, start: 0, end: text.length });
  expect(body.attributes.map((node) => textOf(file, node))).toEqual(["a = 1"]);
  const [block] = blocksOf(body, "b");
  expect(block && textOf(file, block)).toBe('b "c" d {\n  e = 2\n}');
  expect(block && textOf(file, block.header)).toBe('b "c" d');
  expect(block && textOf(file, block.body)).toBe("\n  e = 2\n");
  expect(block?.labels.map(({ text, quoted }) => ({ text, quoted }))).toEqual([
    { text: "c", quoted: true },
    { text: "d", quoted: false },
  ]);
});

test("comments in order, each once, and none out of strings", () => {
  const text = '# a\nb = "# c" /* d */ + 1 // e\nf = [ # g\n]\nh = "${/* i */ j}"\n';
  const { comments, file, diagnostics } = parseText(text);
  expect(diagnostics).toEqual([]);
  expect(comments.map((comment) => textOf(file, comment))).toEqual([
    "# a",
    "/* d */",
    "// e",
    "# g",
    "/* i */",
  ]);
});

test("a comment's range leaves out the carriage return", () => {
  const { comments, file } = parseText("# a\r\nb = 1\r\n");
  expect(comments.map((comment) => textOf(file, comment))).toEqual(["# a"]);
});

test("places count UTF-16 code units", () => {
  const { body, file } = parseText('a = "😀${é}"\n');
  const texts = [...nodesBelow(body.attributes[0]?.expression)].map((node) => textOf(file, node));
  expect(texts).toEqual(['"😀${é}"', "😀", "${é}", "é", "é"]);
});

test("the first problem has an exact place", () => {
  expect(reported(parseText("a = 1\nb = [1 2]\n"))).toEqual([
    "2:8-2:9 Expected `,` or `]` behind an item of a list, found the number 2.",
  ]);
});
