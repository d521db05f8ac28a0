// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep writes expressions in strings as JavaScript does.
import { bicep } from "../../../src/languages/bicep/index.ts";
import type { Discovery } from "../../../src/model/index.ts";
import { MemoryReader } from "../../../src/source/index.ts";
import { chainOf } from "../../../src/value/index.ts";
import { deployed, evaluate, output, told } from "./stack.ts";

const MAIN =
  "param access string\nparam extra object = {}\noutput a string = access\noutput e object = extra";
const SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#";
const parameters = (values: object): string => JSON.stringify({ $schema: SCHEMA, parameters: values });

describe("parameter files", () => {
  test("of Bicep give values, which may be computed", async () => {
    const stack = await deployed(
      MAIN,
      {
        "prod.bicepparam": `using './main.bicep'
import { on } from 'shared.bicep'
var base = { a: 1 }
param access = toUpper(on)
param extra = { ...base, b: access }`,
        "shared.bicep": "@export()\nvar on = 'enabled'",
      },
      ["prod.bicepparam"],
    );
    expect([output(stack, "a"), output(stack, "e")]).toEqual(["ENABLED", { a: 1, b: "ENABLED" }]);
    expect(stack.inputs).toEqual(["prod.bicepparam"]);
    expect(stack.files.map(({ path }) => path)).toEqual(["main.bicep", "prod.bicepparam", "shared.bicep"]);
    const origins = chainOf(stack.outputs.get("a")?.origin);
    expect(origins.map(({ kind, label }) => [kind, label])).toContainEqual(["input", "prod.bicepparam"]);
  });

  test("extend each other", async () => {
    const stack = await deployed(
      MAIN,
      {
        "base.bicepparam": "using none\nparam access = 'Disabled'\nparam extra = { a: 1 }",
        "prod.bicepparam":
          "using 'main.bicep'\nextends 'base.bicepparam'\nparam extra = union(base.extra, { b: 2 })",
      },
      ["prod.bicepparam"],
    );
    expect([output(stack, "a"), output(stack, "e")]).toEqual(["Disabled", { a: 1, b: 2 }]);
  });

  test("what only the deploying machine knows is a symbol, and secrets are never shown", async () => {
    const file = "using 'main.bicep'\nparam access = readEnvironmentVariable('ACCESS')";
    const stack = await deployed(MAIN, { "a.bicepparam": file }, ["a.bicepparam"]);
    expect(output(stack, "a")).toBe('<readEnvironmentVariable("ACCESS")>');
    const secret = "using 'main.bicep'\nparam access = az.getSecret('sub', 'rg', 'kv', 'hunter2')";
    const other = await deployed(MAIN, { "a.bicepparam": secret }, ["a.bicepparam"]);
    expect(output(other, "a")).toBe("<(sensitive)>");
  });

  test("in JSON, those for the Azure Developer CLI included", async () => {
    const file = parameters({
      access: { value: "Disabled" },
      EXTRA: { value: { env: "${AZURE_ENV_NAME}-x" } },
    });
    const stack = await deployed(MAIN, { "p.json": file }, ["p.json"]);
    expect(output(stack, "a")).toBe("Disabled");
    expect(String(output(stack, "e"))).toContain("${AZURE_ENV_NAME}-x");
  });

  test("that cannot be read or extend themselves are told", async () => {
    const missing = await evaluate(MAIN, {}, ["none.bicepparam"]);
    expect(missing.diagnostics).toMatchObject([{ code: "unreadable-file", path: "none.bicepparam" }]);
    const ring = await evaluate(
      MAIN,
      {
        "a.bicepparam": "using 'main.bicep'\nextends 'b.bicepparam'",
        "b.bicepparam": "using none\nextends 'a.bicepparam'",
      },
      ["a.bicepparam"],
    );
    expect(ring.diagnostics.map(told).join()).toContain("recursive-module");
  });
});

describe("discovery of Bicep stacks", () => {
  function discover(
    files: Readonly<Record<string, string>>,
    paths: readonly string[] = ["."],
  ): Promise<Discovery> {
    return bicep.open(new MemoryReader(files)).discover(paths);
  }
  const STORAGE =
    "param name string\nresource st 'Microsoft.Storage/storageAccounts@2023-05-01' = { name: name }";

  test("modules are judged through their callers, what nobody calls by itself", async () => {
    const { stacks } = await discover({
      "infra/main.bicep": "module a 'modules/a.bicep' = {}",
      "infra/modules/a.bicep": "module b './b.bicep' = {}",
      "infra/modules/b.bicep": STORAGE,
      "infra/modules/lonely.bicep": STORAGE,
      "infra/types.bicep": "@export()\ntype t = string",
      "node_modules/x/main.bicep": STORAGE,
    });
    expect(stacks.map(({ path }) => path)).toEqual(["infra/main.bicep", "infra/modules/lonely.bicep"]);
  });

  test("a file that is given, and one that a parameter file uses, are stacks", async () => {
    const files = {
      "main.bicep": "module a 'a.bicep' = {}",
      "a.bicep": STORAGE,
      "env/prod.bicepparam": "using '../a.bicep'\nparam name = 'x'",
    };
    expect((await discover(files)).stacks).toEqual([
      { language: "bicep", path: "a.bicep", scenarios: [{ parameters: ["env/prod.bicepparam"] }] },
      { language: "bicep", path: "main.bicep" },
    ]);
    expect((await discover(files, ["a.bicep"])).stacks).toEqual([{ language: "bicep", path: "a.bicep" }]);
    expect((await discover(files, ["env/prod.bicepparam"])).stacks.map(({ path }) => path)).toEqual([
      "a.bicep",
    ]);
  });

  test("each parameter file that belongs to a main file is a scenario", async () => {
    const given = (name: string): string => parameters({ [name]: { value: "x" } });
    const { stacks } = await discover({
      "main.bicep": STORAGE,
      "dev.bicepparam": "using 'main.bicep'\nparam name = 'd'",
      "prod.bicepparam": "using './main.bicep'\nparam name = 'p'",
      "main.parameters.json": given("name"),
      "main.parameters.test.json": given("name"),
      "staging.parameters.json": given("name"),
      "unrelated.parameters.json": given("other"),
      "package.json": "{}",
    });
    expect(stacks[0]?.scenarios?.map((inputs) => inputs.parameters?.[0])).toEqual([
      "dev.bicepparam",
      "prod.bicepparam",
      "main.parameters.json",
      "main.parameters.test.json",
      "staging.parameters.json",
    ]);
  });

  test("a broken file is a stack, so that its mistake is told", async () => {
    const { stacks } = await discover({ "main.bicep": "resource x = {" });
    expect(stacks.map(({ path }) => path)).toEqual(["main.bicep"]);
  });
});
