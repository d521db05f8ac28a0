// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform fills in looks like one
import { arm } from "../../../src/languages/arm/index.ts";
import type { EvaluatedStack, RawResource } from "../../../src/model/index.ts";
import { MemoryReader, spanText } from "../../../src/source/index.ts";
import {
  ABSENT,
  chainOf,
  follow,
  keyOf,
  describe as show,
  toPlain,
  type Value,
} from "../../../src/value/index.ts";

const SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

async function evaluate(
  template: object | string,
  others: Record<string, string> = {},
  parameters: string[] = [],
): Promise<EvaluatedStack> {
  const text =
    typeof template === "string"
      ? template
      : JSON.stringify({ $schema: SCHEMA, contentVersion: "1.0.0.0", ...template }, null, 2);
  const session = arm.open(new MemoryReader({ "main.json": text, ...others }));
  return session.evaluate({ language: "arm", path: "main.json" }, { parameters });
}

function resource(stack: EvaluatedStack, at: number): RawResource {
  const found = stack.resources[at];
  if (!found) throw new Error(`there are only ${stack.resources.length} resources`);
  return found;
}

function namesOf(of: RawResource): readonly Value[] {
  return of.names ?? [];
}

function nameOf(of: RawResource): Value {
  return namesOf(of)[0] ?? ABSENT;
}

const storage = (extra: object): object => ({
  type: "Microsoft.Storage/storageAccounts",
  apiVersion: "2023-05-01",
  name: "st",
  ...extra,
});

describe("ARM templates", () => {
  test("a property keeps the chain from expression to parameter default", async () => {
    const stack = await evaluate({
      parameters: { access: { type: "string", defaultValue: "Disabled" } },
      variables: { chosen: "[parameters('access')]" },
      resources: [storage({ properties: { publicNetworkAccess: "[variables('chosen')]" } })],
    });
    const value = follow(resource(stack, 0).body, "properties.publicNetworkAccess");
    expect(toPlain(value)).toBe("Disabled");
    expect(chainOf(value.origin).map((step) => [step.kind, spanText(step.span)])).toEqual([
      ["reference", "variables('chosen')"],
      ["reference", "parameters('access')"],
      ["input-default", '"Disabled"'],
      ["written", '"Disabled"'],
    ]);
  });

  test("a parameter without a value is a symbol with its allowed values as domain", async () => {
    const stack = await evaluate({
      parameters: { access: { type: "string", allowedValues: ["Enabled", "Disabled"] } },
      resources: [storage({ properties: { publicNetworkAccess: "[parameters('access')]" } })],
    });
    const value = follow(resource(stack, 0).body, "properties.publicNetworkAccess");
    expect(value).toMatchObject({ kind: "symbol", text: "parameters('access')" });
    expect(value.kind === "symbol" && value.domain?.map(toPlain)).toEqual(["Enabled", "Disabled"]);
  });

  test("resourceId and a composed name of the same unknown are the same id", async () => {
    const stack = await evaluate({
      parameters: { vnet: { type: "string" } },
      resources: [
        {
          type: "Microsoft.Network/virtualNetworks/subnets",
          apiVersion: "2023-09-01",
          name: "[format('{0}/{1}', parameters('vnet'), 'app')]",
          properties: {},
        },
        storage({
          properties: {
            subnet: "[resourceId('Microsoft.Network/virtualNetworks/subnets', parameters('vnet'), 'app')]",
          },
        }),
      ],
    });
    const [subnet, account] = [resource(stack, 0), resource(stack, 1)];
    expect(keyOf(follow(account.body, "properties.subnet"))).toBe(keyOf(subnet.attribute("id")));
    expect(namesOf(subnet).map((name) => show(name))).toEqual(["parameters('vnet')", '"app"']);
  });

  test("copy makes instances with their index, in resources, properties and variables", async () => {
    const stack = await evaluate({
      variables: { copy: [{ name: "names", count: 2, input: "[concat('n', copyIndex('names'))]" }] },
      resources: [
        storage({
          name: "[concat('st', copyIndex())]",
          copy: { name: "accounts", count: "[length(variables('names'))]" },
          properties: {
            copy: [
              { name: "rules", count: 2, input: { value: "[concat('10.0.', copyIndex('rules'), '.0')]" } },
            ],
          },
        }),
      ],
    });
    expect(stack.resources.map((one) => one.address)).toEqual([
      "Microsoft.Storage/storageAccounts/[concat('st', copyIndex())][0]",
      "Microsoft.Storage/storageAccounts/[concat('st', copyIndex())][1]",
    ]);
    expect(stack.resources.map((one) => toPlain(nameOf(one)))).toEqual(["st0", "st1"]);
    expect(toPlain(follow(resource(stack, 1).body, "properties.rules"))).toEqual([
      { value: "10.0.0.0" },
      { value: "10.0.1.0" },
    ]);
  });

  test("children inside their parent get whole types, names and addresses", async () => {
    const stack = await evaluate({
      resources: [
        {
          type: "Microsoft.Sql/servers",
          apiVersion: "2021-11-01",
          name: "sql",
          resources: [{ type: "firewallRules", apiVersion: "2021-11-01", name: "all" }],
        },
      ],
    });
    const child = resource(stack, 1);
    expect(child.type).toBe("Microsoft.Sql/servers/firewallRules");
    expect(namesOf(child).map(toPlain)).toEqual(["sql", "all"]);
    expect(child.address).toBe("Microsoft.Sql/servers/firewallRules/sql/all");
    expect(child.parent).toBe(stack.resources[0]);
  });

  test.each([
    ["inner", "inside"],
    ["outer", "around"],
  ])("in a nested deployment with %s scope, parameters are those %s it", async (scope, expected) => {
    const stack = await evaluate({
      parameters: { name: { type: "string", defaultValue: "around" } },
      resources: [
        {
          type: "Microsoft.Resources/deployments",
          apiVersion: "2021-04-01",
          name: "net",
          properties: {
            mode: "Incremental",
            expressionEvaluationOptions: { scope },
            parameters: scope === "inner" ? { name: { value: "inside" } } : {},
            template: {
              parameters: { name: { type: "string" } },
              resources: [storage({ name: "[parameters('name')]" })],
            },
          },
        },
      ],
    });
    expect(stack.resources.map((one) => [one.address, toPlain(nameOf(one))])).toEqual([
      [
        "Microsoft.Resources/deployments/net::Microsoft.Storage/storageAccounts/[parameters('name')]",
        expected,
      ],
    ]);
  });

  test("reference() of a nested deployment gives what its output says", async () => {
    const stack = await evaluate({
      resources: [
        {
          type: "Microsoft.Resources/deployments",
          apiVersion: "2021-04-01",
          name: "net",
          properties: {
            expressionEvaluationOptions: { scope: "inner" },
            template: { resources: [], outputs: { id: { type: "string", value: "x" } } },
          },
        },
        storage({ properties: { read: "[reference('net').outputs.id.value]" } }),
      ],
    });
    expect(toPlain(follow(resource(stack, 0).body, "properties.read"))).toBe("x");
  });

  test("a linked template beside the file is deployed with it, one that leads out of the repository is not", async () => {
    const link = (relativePath: string): object => ({
      type: "Microsoft.Resources/deployments",
      apiVersion: "2021-04-01",
      name: "l",
      properties: { templateLink: { relativePath } },
    });
    const inner = JSON.stringify({ $schema: SCHEMA, resources: [storage({})] });
    const stack = await evaluate(
      { resources: [link("nested/storage.json"), link("../../secret.json")] },
      { "nested/storage.json": inner },
    );
    expect(stack.resources).toHaveLength(1);
    expect(stack.opaqueModules.map((one) => one.reason)).toEqual(["outside the repository"]);
    expect(stack.diagnostics.map((one) => one.code)).toEqual(["outside-repository"]);
  });

  test("links are followed through variables, and comments of linked templates count", async () => {
    const link = (name: string, uri: string): object => ({
      type: "Microsoft.Resources/deployments",
      apiVersion: "2022-09-01",
      name,
      properties: { templateLink: { uri } },
    });
    const child = (name: string): string =>
      `// isolint-ignore-file public-access/* -- a demo\n${JSON.stringify({ $schema: SCHEMA, resources: [storage({ name })] })}`;
    const template = {
      parameters: {
        base: { type: "string", defaultValue: "[deployment().properties.templateLink.uri]" },
      },
      variables: {
        uris: {
          one: "[uri(deployment().properties.templateLink.uri, 'nested/one.json')]",
          two: "[concat(uri(parameters('base'), 'nested/two'), '.json')]",
        },
        folder: "[uri(deployment().properties.templateLink.uri, 'nested/')]",
      },
      resources: [
        link("one", "[variables('uris').one]"),
        link("two", "[variables('uris')['two']]"),
        link("three", "[concat(variables('folder'), 'three.json')]"),
        link("elsewhere", "[concat(parameters('where'), 'four.json')]"),
      ],
    };
    const files = {
      "nested/one.json": child("stone"),
      "nested/two.json": child("sttwo"),
      "nested/three.json": child("stthree"),
      "four.json": child("stfour"),
    };
    const stack = await evaluate(template, files);
    expect(stack.resources.map((one) => toPlain(nameOf(one)))).toEqual(["stone", "sttwo", "stthree"]);
    expect(stack.opaqueModules.map(({ address }) => address)).toEqual([
      "Microsoft.Resources/deployments/elsewhere",
    ]);
    expect(stack.files.map(({ path }) => path).sort()).toEqual([
      "main.json",
      "nested/one.json",
      "nested/three.json",
      "nested/two.json",
    ]);
    expect(stack.comments.map(({ span }) => span.file.path).sort()).toEqual([
      "nested/one.json",
      "nested/three.json",
      "nested/two.json",
    ]);
    const reader = new MemoryReader({
      "main.json": JSON.stringify({ $schema: SCHEMA, ...template }),
      ...files,
    });
    // What is only named, and by a uri that nobody can tell, is a stack of its own.
    const { stacks } = await arm.open(reader).discover(["."]);
    expect(stacks.map(({ path }) => path).sort()).toEqual(["four.json", "main.json"]);
  });

  test.each([
    ["Terraform fills in", '"internal": ${internal}', "`${…`"],
    ["a template engine fills in", '"internal": {{ internal }}', "`{{…`"],
    ["a pipeline fills in", '"internal": #{internal}#', "`#{…`"],
    ["people fill in", '"internal": <PASTE-THE-NAME_HERE>', "`<PASTE-THE-NAME_HERE>`"],
  ])("a file that %s is no template yet, and is named", async (_, property, placeholder) => {
    const text = `{ "$schema": "${SCHEMA}", "resources": [{ "type": "A.B/c", "name": "n", ${property} }] }`;
    const session = arm.open(
      new MemoryReader({ "main.json": text, "other.json": text.replace(property, '"x": oops') }),
    );
    const { stacks, diagnostics } = await session.discover(["."]);
    expect(stacks.map(({ path }) => path)).toEqual(["other.json"]);
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "not-json" }]);
    expect(diagnostics[0]?.message).toContain(placeholder);
    expect((await session.discover(["main.json"])).stacks).toHaveLength(1);
  });

  test("variables that double each other in a link end in a moment", async () => {
    const doubling = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `v${at + 1}`,
        `[concat(variables('v${at}'), variables('v${at}'))]`,
      ]),
    );
    const stack = await evaluate({
      variables: { v0: "x", ...doubling },
      resources: [
        {
          type: "Microsoft.Resources/deployments",
          apiVersion: "2022-09-01",
          name: "l",
          properties: { templateLink: { uri: "[variables('v30')]" } },
        },
      ],
    });
    expect(stack.opaqueModules).toHaveLength(1);
  });

  test("what the Bicep compiler wrote is left to the Bicep file that it was made from", async () => {
    const compiled = JSON.stringify({
      $schema: SCHEMA,
      metadata: { _generator: { name: "bicep", version: "0.31.92" } },
      resources: [storage({})],
    });
    const byHand = JSON.stringify({ $schema: SCHEMA, resources: [storage({})] });
    const reader = new MemoryReader({
      "a/main.bicep": "",
      "a/main.json": compiled,
      "a/azuredeploy.json": compiled,
      "a/other.json": compiled,
      "b/main.bicep": "",
      "b/azuredeploy.json": byHand,
    });
    const { stacks } = await arm.open(reader).discover(["."]);
    expect(stacks.map(({ path }) => path).sort()).toEqual(["a/other.json", "b/azuredeploy.json"]);
  });

  test("a condition that is false removes the resource, an open one stays with it", async () => {
    const stack = await evaluate({
      parameters: { on: { type: "bool" } },
      resources: [
        storage({ name: "a", condition: false }),
        storage({ name: "b", condition: "[parameters('on')]" }),
      ],
    });
    expect(stack.resources.map((one) => [one.address, show(one.condition)])).toEqual([
      ["Microsoft.Storage/storageAccounts/b", "parameters('on')"],
    ]);
  });

  test("comments, trailing commas and strings over several lines are read, with exact ranges", async () => {
    const stack = await evaluate(`{ // top
      "$schema": "${SCHEMA}",
      "resources": [ { /* one */ "type": "Microsoft.Storage/storageAccounts", "name": "[concat('a',
        'b')]", }, ],
    }`);
    expect(toPlain(nameOf(resource(stack, 0)))).toBe("ab");
    expect(stack.diagnostics).toEqual([]);
    expect(stack.comments.map((one) => [one.text, one.block !== undefined])).toEqual([
      ["top", true],
      ["one", true],
    ]);
  });

  test("parameter files give values, and Key Vault references are never printed", async () => {
    const file = JSON.stringify({
      parameters: { access: { value: "Disabled" }, secret: { reference: { secretName: "x" } } },
    });
    const stack = await evaluate(
      {
        parameters: { access: { type: "string" }, secret: { type: "securestring" } },
        resources: [storage({ properties: { a: "[parameters('access')]", b: "[parameters('secret')]" } })],
      },
      { "main.parameters.json": file },
      ["main.parameters.json"],
    );
    expect(toPlain(follow(resource(stack, 0).body, "properties.a"))).toBe("Disabled");
    expect(show(follow(resource(stack, 0).body, "properties.b"))).toBe("(sensitive)");
  });

  test("ids of named elements are read back from the resource that declares them", async () => {
    const stack = await evaluate({
      languageVersion: "2.0",
      resources: {
        net: {
          type: "Microsoft.Network/virtualNetworks",
          apiVersion: "2023-11-01",
          name: "net",
          properties: { subnets: [{ name: "app" }] },
        },
        st: storage({ properties: { subnet: "[reference('net').subnets[0].id]" } }),
      },
    });
    expect(show(follow(resource(stack, 1).body, "properties.subnet"))).toContain(
      "/virtualNetworks/net/subnets/app",
    );
  });

  test("what a resource leaves out is read back as something that only Azure knows", async () => {
    const stack = await evaluate({
      resources: [
        {
          type: "Microsoft.Network/azureFirewalls",
          apiVersion: "2023-11-01",
          name: "fw",
          properties: {
            threatIntelMode: "Deny",
            ipConfigurations: [{ name: "one", properties: { subnet: { id: "s" } } }],
          },
        },
        storage({
          properties: {
            mode: "[reference('fw').threatIntelMode]",
            subnet: "[reference('fw').ipConfigurations[0].properties.subnet.id]",
            address: "[reference('fw').ipConfigurations[0].properties.privateIPAddress]",
            second: "[reference('fw').ipConfigurations[1].properties.privateIPAddress]",
          },
        }),
      ],
    });
    const read = (name: string) => follow(resource(stack, 1).body, `properties.${name}`);
    expect([toPlain(read("mode")), toPlain(read("subnet"))]).toEqual(["Deny", "s"]);
    expect(read("address")).toMatchObject({ kind: "symbol", reason: "computed" });
    expect(show(read("address"))).toContain(".properties.ipConfigurations[0].properties.privateIPAddress");
    expect(read("second").kind).toBe("absent");
  });

  test("json() of a text that is known in part", async () => {
    const stack = await evaluate({
      parameters: { name: { type: "string" }, count: { type: "int" } },
      resources: [
        storage({
          properties: {
            one: `[json(format('{{"id": "/subnets/{0}", "on": true}}', parameters('name')))]`,
            key: `[json(format('{{"{0}": 1}}', parameters('name')))]`,
            number: `[json(format('{{"count": {0}}}', parameters('count')))]`,
          },
        }),
      ],
    });
    const read = (name: string) => follow(resource(stack, 0).body, `properties.${name}`);
    expect(show(read("one.id"))).toContain("/subnets/");
    expect(read("one.id").kind).toBe("template");
    expect(toPlain(read("one.on"))).toBe(true);
    expect([read("key").kind, read("number").kind]).toEqual(["symbol", "symbol"]);
  });

  test("symbolic names, user functions and lambdas", async () => {
    const stack = await evaluate({
      languageVersion: "2.0",
      functions: [
        {
          namespace: "own",
          members: {
            name: {
              parameters: [{ name: "p", type: "string" }],
              output: { type: "string", value: "[concat('x-', parameters('p'))]" },
            },
          },
        },
      ],
      resources: {
        vault: {
          type: "Microsoft.KeyVault/vaults",
          apiVersion: "2023-07-01",
          name: "[own.name('kv')]",
          properties: { sizes: "[map(createArray(1, 2), lambda('n', mul(lambdaVariables('n'), 2)))]" },
        },
        other: {
          type: "Microsoft.KeyVault/vaults",
          existing: true,
          apiVersion: "2023-07-01",
          name: "[reference('vault', '2023-07-01', 'full').name]",
        },
      },
    });
    expect(stack.resources.map((one) => [one.address, toPlain(nameOf(one)), one.mode])).toEqual([
      ["vault", "x-kv", "declared"],
      ["other", "x-kv", "existing"],
    ]);
    expect(toPlain(follow(resource(stack, 0).body, "properties.sizes"))).toEqual([2, 4]);
  });

  test.each([
    [
      "a million copies",
      { resources: [storage({ copy: { name: "c", count: 1_000_000 } })] },
      "too-many-instances",
    ],
    [
      "an expression nested 5,000 deep",
      { resources: [storage({ name: `[${"not(".repeat(5000)}true${")".repeat(5000)}]` })] },
      "too-deep",
    ],
    [
      "variables that need each other",
      {
        variables: { a: "[variables('b')]", b: "[variables('a')]" },
        resources: [storage({ name: "[variables('a')]" })],
      },
      "cycle",
    ],
    [
      "a name that is not declared",
      { resources: [storage({ name: "[parameters('missing')]" })] },
      "undeclared-name",
    ],
  ])("%s ends in a diagnostic", async (_what, template, code) => {
    const stack = await evaluate(template);
    for (const resource of stack.resources) toPlain(nameOf(resource));
    expect(stack.diagnostics.map((one) => one.code)).toContain(code);
  });

  test("a truncated file is an error at its end, and what could be read is still there", async () => {
    const text = JSON.stringify({ $schema: SCHEMA, resources: [storage({})] });
    const stack = await evaluate(text.slice(0, -3));
    expect(stack.resources).toHaveLength(1);
    expect(stack.diagnostics[0]).toMatchObject({ code: "parse-error", severity: "error" });
  });
});
