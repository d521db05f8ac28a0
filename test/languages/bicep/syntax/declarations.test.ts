// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep writes expressions in strings as JavaScript does.
import type { Declaration } from "../../../../src/languages/bicep/syntax/index.ts";
import { parse, show, spanText, valid } from "./parsed.ts";

function only<K extends Declaration["kind"]>(
  text: string,
  kind: K,
  path?: string,
): Declaration & { kind: K } {
  const [declaration, ...others] = valid(text, path);
  expect(others).toEqual([]);
  if (declaration?.kind !== kind) throw new Error(`expected ${kind}, got ${declaration?.kind}`);
  return declaration as Declaration & { kind: K };
}

describe("Bicep declarations", () => {
  test("a resource with decorators, condition and nested resources", () => {
    const resource = only(
      `@description('The network')
@batchSize(1)
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = if (enabled && (a || b)) {
  name: 'vnet'
  properties: {}

  resource app 'subnets' = {
    name: 'app'
    resource inner 'x' existing = { name: 'y' }
  }

  @onlyIfNotExists()
  resource data 'subnets@2024-01-01' = [for (s, i) in subnets: if (s.on) {
    name: s.name
  }]
}`,
      "resource",
    );
    expect(resource.decorators.map(({ name }) => name)).toEqual(["description", "batchSize"]);
    expect(resource.condition && show(resource.condition)).toBe("and(enabled, or(a, b))");
    expect(resource.nested.map(({ name, type, loop }) => [name, type, loop?.index])).toEqual([
      ["app", "subnets", undefined],
      ["data", "subnets@2024-01-01", "i"],
    ]);
    expect(resource.nested[0]?.nested[0]).toMatchObject({ name: "inner", existing: true });
    expect(show(resource.object)).toBe('{"name": "vnet", "properties": {}}');
    expect(spanText(resource.span)).toMatch(/^resource vnet [\s\S]*\}$/);
  });

  test("an existing resource, and a condition on the next line", () => {
    expect(only("resource a 'A.B/c@1' existing = {\n  name: 'x'\n}", "resource").existing).toBe(true);
    const conditional = only("resource a 'A.B/c@1' =\n  if (x) {\n  name: 'x'\n}", "resource");
    expect(conditional.condition && show(conditional.condition)).toBe("x");
  });

  test.each([
    ["module net './net.bicep' = {\n  params: { a: 1 }\n}", "./net.bicep"],
    [
      "module net 'br/public:avm/res/network/virtual-network:0.1.0' = [for n in names: {\n  name: n\n}]",
      "br/public:avm/res/network/virtual-network:0.1.0",
    ],
    ["module net 'ts:sub/group/spec:1.0' = if (x) {\n  name: 'n'\n}", "ts:sub/group/spec:1.0"],
  ])("%s", (text, path) => {
    expect(only(text, "module").path).toBe(path);
  });

  test.each([
    ["param a string", undefined],
    ["param a string = 'x'", '"x"'],
    ["param a 'x' | 'y'?", undefined],
    ["param a (string | int)[] = []", "[]"],
    ["@secure()\nparam a string", undefined],
    ["@sys.allowed([\n  'a'\n  'b'\n])\nparam a string = 'a'", '"a"'],
    ["param a resource 'Microsoft.Storage/storageAccounts@2023-01-01'", undefined],
    ["param a {\n  @description('x')\n  b: string\n  c: int?\n  *: bool\n}", undefined],
    ["param a [string, int]", undefined],
    [
      "param a resourceInput<'Microsoft.KeyVault/vaults@2023-07-01'>.properties.sku.name = 'standard'",
      '"standard"',
    ],
    ["param a typeOf.b[*].c[0].*", undefined],
    [
      "param a\n  | 'x'\n  | 'y'".replace("a\n  |", "a\n  |").replace("param a\n", "param a 'w'\n"),
      undefined,
    ],
  ])("%s", (text, value) => {
    const parameter = only(text, "param");
    expect(parameter.name).toBe("a");
    expect(parameter.value && show(parameter.value)).toBe(value);
  });

  test("types are read with their members", () => {
    const { type } = only(
      "type t = {\n  kind: 'a' | 'b' | null\n  'quoted-name': string?\n  nested: { x: -1 | 2 }[]\n}",
      "type",
    );
    expect(type).toMatchObject({
      kind: "object",
      properties: [
        { name: "kind", type: { kind: "union", members: [{ value: "a" }, { value: "b" }, { value: null }] } },
        { name: "quoted-name", type: { kind: "nullable", of: { kind: "name", name: "string" } } },
        { name: "nested", type: { kind: "array", of: { kind: "object", properties: [{ name: "x" }] } } },
      ],
    });
  });

  test("functions, variables with types, outputs", () => {
    expect(only("func f(a string, b int[]) string => '${a}-${b[0]}'", "func")).toMatchObject({
      name: "f",
      parameters: ["a", "b"],
    });
    expect(only("func f() bool =>\n  true", "func").parameters).toEqual([]);
    expect(show(only("var a string[] = ['x']", "var").value)).toBe('["x"]');
    expect(show(only("output id string = vnet.id", "output").value)).toBe("vnet.id");
    expect(only("output r resource = vnet", "output").name).toBe("r");
  });

  test("imports of names and of everything", () => {
    expect(only("import { a, b as c } from 'x.bicep'", "import")).toMatchObject({
      names: [
        { from: "a", as: "a" },
        { from: "b", as: "c" },
      ],
      path: "x.bicep",
    });
    expect(only("import {\n  a\n  'b c' as d\n} from 'x.bicep'", "import").names).toHaveLength(2);
    expect(only("import * as all from 'br/public:x:1'", "import")).toMatchObject({ all: "all" });
    expect(only("import 'kubernetes@1.0.0' with {\n  namespace: 'x'\n} as k8s", "extension").alias).toBe(
      "k8s",
    );
  });

  test.each([
    "targetScope = 'subscription'",
    "metadata name = 'x'",
    "assert a = b > 1",
    "test t 'x.bicep' = {\n  params: {}\n}",
    "extension microsoftGraphV1",
    "extension 'br:x.azurecr.io/graph:1.0' with { a: 1 } as graph",
    "provider kubernetes",
    "#disable-next-line no-unused-params // why\nparam a string",
    "#disable-diagnostics BCP081\nvar a = 1\n#restore-diagnostics BCP081",
    "",
    "\ufeffvar a = 1",
    "var a = 1\r\n\r\nvar b = 2\r\n",
    "/* only a comment */",
  ])("reads %j", (text) => {
    valid(text);
  });

  test("parameter files: using, extends, values", () => {
    const path = "prod.bicepparam";
    expect(only("using 'main.bicep'", "using", path).path).toBe("main.bicep");
    expect(only("using none", "using", path).path).toBeUndefined();
    expect(only("extends 'base.bicepparam'", "extends", path).path).toBe("base.bicepparam");
    expect(only("param a = readEnvironmentVariable('A', 'x')", "param", path)).toMatchObject({ name: "a" });
    valid("extensionConfig k8s with {\n  kubeConfig: 'x'\n}", path);
    valid("using 'main.bicep' with {\n  mode: 'deployment'\n}", path);
  });
});

describe("Bicep comments", () => {
  test("are collected with their text, and at the head of a block with that block", () => {
    const { comments } = parse(`// first
resource a 'A.B/c@1' = if (
  x
) {
  // isolint-ignore rule -- why
  name: 'a' // beside
  properties: { // not its first line
    /* inner */
    b: [ 1 ] // 'not' /* a */ string
  }
}
var url = 'https://example.org' // end`);
    expect(comments.map(({ text }) => text)).toEqual([
      "first",
      "isolint-ignore rule -- why",
      "beside",
      "not its first line",
      "inner",
      "'not' /* a */ string",
      "end",
    ]);
    expect(comments.map(({ block }) => block && spanText(block).split("\n")[0])).toEqual([
      undefined,
      "resource a 'A.B/c@1' = if (",
      undefined,
      undefined,
      "{ // not its first line",
      undefined,
      undefined,
    ]);
  });
});
