// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is what HCL is made of
import {
  blocksOf,
  type ParsedFile,
  parseHcl,
  parseJson,
} from "../../../../src/languages/terraform/syntax/index.ts";
import { SourceFile } from "../../../../src/source/index.ts";
import { toHcl2Json } from "./hcl2json.ts";
import { bare, expressionsIn, FIXTURES, filesBelow, outline, readFixture, reported } from "./tree.ts";

function parse(content: unknown, path = "main.tf.json"): ParsedFile {
  const text = typeof content === "string" ? content : JSON.stringify(content, undefined, 2);
  return parseJson(new SourceFile(path, text));
}

const native = filesBelow(FIXTURES, [".tf"]).filter((path) => !path.includes("/broken/"));

test.each(native)("%s means the same as JSON", (path) => {
  const json = JSON.parse(JSON.stringify(toHcl2Json(parseHcl(readFixture(path)))));
  const parsed = parse(json);
  expect(reported(parsed)).toEqual([]);
  expect(JSON.parse(JSON.stringify(toHcl2Json(parsed)))).toEqual(json);
});

test("Terraform's own blocks are blocks, at any of the forms that JSON allows", () => {
  const { body, diagnostics } = parse({
    "//": "a comment",
    terraform: { required_providers: { azurerm: { source: "hashicorp/azurerm" } }, backend: { azurerm: {} } },
    provider: { azurerm: [{ features: {} }, { alias: "hub", features: {} }] },
    resource: [
      { azurerm_subnet: { a: { name: "a", delegation: { name: "d" } } } },
      { azurerm_subnet: { b: [{ name: "b", lifecycle: { ignore_changes: ["tags"] } }] } },
    ],
    locals: [{ one: 1, "//": "another" }, { two: 2 }],
    check: { health: { data: { http: { x: { url: "y" } } }, assert: { condition: true } } },
    output: { gone: null },
  });
  expect(diagnostics).toEqual([]);
  expect(outline(body)).toBe(
    "terraform {required_providers {azurerm} backend azurerm {}} provider azurerm {features} " +
      "provider azurerm {alias features} resource azurerm_subnet a {name delegation} " +
      "resource azurerm_subnet b {name lifecycle {ignore_changes}} locals {one} locals {two} " +
      "check health {data http x {url} assert {condition}}",
  );
});

test("dynamic blocks are blocks, their content too", () => {
  const content = { name: "${rule.key}", dynamic: { inner: { for_each: [], content: { x: 1 } } } };
  const dynamic = { security_rule: { for_each: "${var.rules}", iterator: "rule", content } };
  const { body } = parse({ resource: { azurerm_network_security_group: { a: { dynamic } } } });
  expect(outline(body)).toBe(
    "resource azurerm_network_security_group a {dynamic security_rule {for_each iterator " +
      "content {name dynamic inner {for_each content {x}}}}}",
  );
});

test("references and types are read as expressions", () => {
  const { body } = parse({
    variable: { a: { type: "list(string)", default: "list(string)" } },
    resource: { x: { y: { provider: "azurerm.hub", depends_on: ["x.z", "module.m"], name: "x.z" } } },
  });
  const kinds = body.blocks.flatMap(({ body }) =>
    body.attributes.map(({ name, expression }) => [
      name,
      expression.kind === "tuple" ? expression.items.map(({ kind }) => kind) : expression.kind,
    ]),
  );
  expect(kinds).toEqual([
    ["type", "call"],
    ["default", "string"],
    ["provider", "variable"],
    ["depends_on", ["variable", "variable"]],
    ["name", "string"],
  ]);
});

test("a variable file has arguments only", () => {
  const { body } = parse({ resource: { a: 1 }, locals: [1, null, true] }, "x.tfvars.json");
  expect(outline(body)).toBe("resource locals");
});

test("places inside strings, escapes and all", () => {
  const text = String.raw`{"locals": {"a": "é\n\u0041 ${"${"}lookup(var.m, \"k\\\"\")} z", "b": "${"${"}x}"}}`;
  const { body, file, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  const texts = expressionsIn(body).map(({ kind, start, end }) => [kind, file.text.slice(start, end)]);
  expect(texts).toEqual([
    ["template", String.raw`"é\n\u0041 ${"${"}lookup(var.m, \"k\\\"\")} z"`],
    ["call", String.raw`lookup(var.m, \"k\\\"\")`],
    ["variable", "var.m"],
    ["string", String.raw`\"k\\\"\"`],
    ["template", '"${x}"'],
    ["variable", "x"],
  ]);
});

test("places of blocks", () => {
  const { body, file } = parse('{"resource": {"x": {"a": {"b": 1}}}}');
  const [block] = blocksOf(body, "resource");
  const texts = [block?.typeRange, block?.header, block, block?.body.attributes[0]?.nameRange].map((range) =>
    file.text.slice(range?.start, range?.end),
  );
  expect(texts).toEqual(["resource", '"a"', '"a": {"b": 1}', "b"]);
});

test("strings are templates, names of objects too", () => {
  const { body } = parse({ locals: { a: { "${x}-y": "$${z}", plain: "100%" } } });
  expect(bare(body.blocks[0]?.body.attributes[0]?.expression)).toMatchObject({
    items: [
      { key: { kind: "template" }, value: { kind: "string", value: "${z}", form: "bare" } },
      { key: { kind: "string", value: "plain" }, value: { kind: "string", value: "100%" } },
    ],
  });
});

test.each([
  [
    "a comma that is missing",
    '{"locals": {"a": 1 "b": 2}, "output": {"c": {}}}',
    "locals {a b} output c {}",
    ["1:20-1:23 Expected `,` before this."],
  ],
  [
    "a comment",
    '{\n// x\n"locals": {}\n}',
    "locals {}",
    ['2:1-2:5 JSON has no comments; Terraform ignores a property named `"//"` in a block.'],
  ],
  [
    "a mistake in a template",
    '{"locals": {"a": "${b c}", "d": 1}}',
    "locals {a? d}",
    [
      "1:23-1:24 Expected `}` to close this interpolation, found `c`. If `${` is meant for another language, write `$${` to keep it as it is.",
    ],
  ],
  [
    "a block that is no object",
    '{"resource": {"a": {"b": 1}}}',
    "resource a b {}",
    ["1:26-1:27 Expected an object: the inside of a `resource` block."],
  ],
  [
    "labels that are missing",
    '{"resource": "a"}',
    "",
    ["1:14-1:17 Expected an object with the labels of `resource` blocks."],
  ],
  [
    "an argument twice",
    '{"locals": {"a": 1, "a": 2}}',
    "locals {a}",
    ["1:21-1:24 `a` is set already; an argument can be set once."],
  ],
  ["a text that is no object", "[1]", "", ["1:2-1:3 Expected an object with arguments and blocks."]],
  ["nothing", "", "", ["1:1-1:1 Expected a JSON value."]],
])("%s", (_, text, left, messages) => {
  const parsed = parse(text);
  expect(outline(parsed.body)).toBe(left);
  expect(reported(parsed)).toEqual(messages);
});

test("a byte order mark is no mistake", () => {
  expect(parse('\ufeff{"locals": {"a": 1}}').diagnostics).toEqual([]);
});

test("names that JavaScript gives a meaning are names", () => {
  const { body } = parse(
    '{"__proto__": 1, "constructor": {"toString": 2}, "resource": {"__proto__": {"x": {"__proto__": 3}}}}',
  );
  expect(outline(body)).toBe("__proto__ constructor resource __proto__ x {__proto__}");
});
