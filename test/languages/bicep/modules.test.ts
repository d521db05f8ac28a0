import { MemoryReader } from "../../../src/source/index.ts";
import { isWhollyKnown } from "../../../src/value/index.ts";
import { deployed, evaluate, output, property, resource, show, told } from "./stack.ts";

const NET = `param name string
param prefix string = '10.0.0.0/16'
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  properties: { addressSpace: { addressPrefixes: [prefix] } }
  resource app 'subnets' = { name: 'app' }
}
output subnetId string = vnet::app.id
output vnet object = { id: vnet.id, prefix: prefix }`;

describe("Bicep modules", () => {
  test("are evaluated with what they are given, and their outputs lead to their resources", async () => {
    const stack = await deployed(
      `module net './modules/net.bicep' = {
  name: 'deploy-net'
  params: { name: 'hub' }
}
resource nic 'Microsoft.Network/networkInterfaces@2024-05-01' = {
  name: 'nic'
  properties: { subnet: { id: net.outputs.subnetId }, prefix: net.outputs.vnet.prefix }
}`,
      { "modules/net.bicep": NET },
    );
    expect(stack.resources.map(({ address, module }) => [address, module])).toEqual([
      ["net::vnet", "net"],
      ["net::vnet::app", "net"],
      ["nic", ""],
    ]);
    expect(property(stack, "net::vnet", "properties.addressSpace.addressPrefixes")).toEqual(["10.0.0.0/16"]);
    expect(property(stack, "nic", "properties.prefix")).toBe("10.0.0.0/16");
    const properties = resource(stack, "nic").body.entries.get("properties");
    const subnet = properties?.kind === "object" ? properties.entries.get("subnet") : undefined;
    const id = subnet?.kind === "object" ? subnet.entries.get("id") : undefined;
    expect(id?.via).toMatchObject({ resource: { address: "net::vnet::app" }, attribute: "id" });
    expect(stack.files.map(({ path }) => path)).toEqual(["main.bicep", "modules/net.bicep"]);
  });

  test("in loops, under conditions and in other scopes", async () => {
    const stack = await deployed(
      `targetScope = 'subscription'
param spokes bool
resource rg 'Microsoft.Resources/resourceGroups@2024-03-01' = { name: 'rg', location: 'westeurope' }
module net './net.bicep' = [for (name, i) in ['a', 'b']: if (i == 0 || spokes) {
  scope: rg
  params: { name: name, prefix: '10.\${i}.0.0/16' }
}]
module other './net.bicep' = {
  scope: resourceGroup('elsewhere')
  params: { name: 'c' }
}
output ids array = [for (name, i) in ['a', 'b']: net[i].outputs.subnetId]`,
      { "net.bicep": NET },
    );
    expect(stack.resources.map(({ address, condition }) => [address, show(condition)])).toEqual([
      ["rg", true],
      ["net[0]::vnet", true],
      ["net[0]::vnet::app", true],
      ["net[1]::vnet", "<spokes>"],
      ["net[1]::vnet::app", "<spokes>"],
      ["other::vnet", true],
      ["other::vnet::app", true],
    ]);
    const group = (address: string): unknown => {
      const { scope } = resource(stack, address);
      return scope?.resourceGroup && show(scope.resourceGroup);
    };
    expect([group("rg"), group("net[1]::vnet"), group("other::vnet")]).toEqual([
      undefined,
      "rg",
      "elsewhere",
    ]);
    expect(property(stack, "net[1]::vnet", "properties.addressSpace.addressPrefixes")).toEqual([
      "10.1.0.0/16",
    ]);
  });

  test("null gives way to the default of a parameter", async () => {
    const stack = await deployed(
      "param prefix string?\nmodule net './net.bicep' = { params: { name: 'a', prefix: prefix } }",
      { "net.bicep": NET },
    );
    expect(property(stack, "net::vnet", "properties.addressSpace.addressPrefixes")).toEqual(["10.0.0.0/16"]);
  });

  test("may be ARM templates in JSON", async () => {
    const template = {
      $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      contentVersion: "1.0.0.0",
      parameters: { name: { type: "string" } },
      resources: [
        { type: "Microsoft.Storage/storageAccounts", apiVersion: "2023-05-01", name: "[parameters('name')]" },
      ],
      outputs: {
        id: {
          type: "string",
          value: "[resourceId('Microsoft.Storage/storageAccounts', parameters('name'))]",
        },
      },
    };
    const stack = await deployed(
      "module st 'st.json' = { params: { name: 'x' } }\noutput id string = st.outputs.id",
      { "st.json": JSON.stringify(template) },
    );
    expect(stack.resources[0]?.names?.map(show)).toEqual(["x"]);
    expect(String(output(stack, "id"))).toContain("/providers/Microsoft.Storage/storageAccounts/x");
  });

  test.each([
    [
      "br/public:avm/res/network/virtual-network:0.1.0",
      "br:mcr.microsoft.com/bicep/avm/res/network/virtual-network:0.1.0",
    ],
    ["br/mine:net:V1", "br:example.azurecr.io:5000/modules/net:V1"],
    ["br:example.azurecr.io/net@sha256:0a1b", "br:example.azurecr.io/net@sha256:0a1b"],
    ["ts/specs:net:1.0", "ts:11111111-1111-1111-1111-111111111111/Specs/net:1.0"],
  ])("%s is opaque until it is restored", async (path, source) => {
    const config = JSON.stringify({
      moduleAliases: {
        br: { mine: { registry: "example.azurecr.io:5000", modulePath: "modules" } },
        ts: { specs: { subscription: "11111111-1111-1111-1111-111111111111", resourceGroup: "Specs" } },
      },
    });
    const text = `module net '${path}' = { name: 'net', params: { name: 'x' } }\noutput id string = net.outputs.id`;
    const stack = await deployed(text, { "bicepconfig.json": config });
    const [opaque] = stack.opaqueModules;
    expect(opaque).toMatchObject({ address: "net", source, reason: expect.stringMatching(/not restored$/) });
    expect(opaque && show(opaque.inputs)).toEqual({ name: "x" });
    expect(stack.outputs.get("id")).toMatchObject({ kind: "symbol", reason: "opaque" });
  });

  test.each([
    ["br/public:net:0.1.0", "br/mcr.microsoft.com/bicep$net/0.1.0$/main.json"],
    ["br:Example.azurecr.io:5000/a/b:Beta-X", "br/example.azurecr.io$5000/a$b/Beta-X$21/main.json"],
    ["br:example.azurecr.io/net@sha256:0a1b", "br/example.azurecr.io/net/sha256#0a1b/main.json"],
    ["ts:1111/Group/Net:1.0", "ts/1111/group/net/1.0/main.json"],
  ])("%s is read where Bicep restores it", async (path, cached) => {
    const template = JSON.stringify({
      $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      contentVersion: "1.0.0.0",
      resources: { st: { type: "Microsoft.Storage/storageAccounts", apiVersion: "1", name: "x" } },
    });
    const moduleCache = new MemoryReader({ [cached]: template });
    const stack = await deployed(`module net '${path}' = { name: 'net' }`, {}, [], { moduleCache });
    expect(stack.resources.map(({ address }) => address)).toEqual(["net::st"]);
    expect(stack.opaqueModules).toEqual([]);
  });

  test.each([
    [
      "module a '../outside.bicep' = {}",
      "main.bicep:1 outside-repository: '../outside.bicep' leads out of the repository.",
    ],
    ["module a 'none.bicep' = {}", "main.bicep:1 missing-module: There is no file 'none.bicep'."],
    [
      "module a 'main.bicep' = {}",
      "main.bicep:1 recursive-module: 'main.bicep' is already being opened here: files may not use themselves.",
    ],
    [
      "module a 'ring.bicep' = {}",
      "ring.bicep:1 recursive-module: 'main.bicep' is already being opened here: files may not use themselves.",
    ],
    [
      "module a 'br/none:x:1' = {}",
      "main.bicep:1 unknown-module: There is no module alias 'br/none' in bicepconfig.json.",
    ],
    [
      "module a 'https://x/y.bicep' = {}",
      "main.bicep:1 unknown-module: 'https://x/y.bicep' is no module path: expected a file, 'br:…' or 'ts:…'.",
    ],
    ["module a 'data.json' = {}", "data.json:1 invalid-template: 'data.json' is no ARM template."],
    [
      "import { nothing } from 'ring.bicep'",
      "main.bicep:1 missing-import: 'ring.bicep' declares no 'nothing' to import.",
    ],
  ])("%s is told", async (text, message) => {
    const stack = await evaluate(text, { "ring.bicep": "module b 'main.bicep' = {}", "data.json": "{}" });
    expect(stack.diagnostics.map(told)).toContain(message);
  });

  test("a long chain of files ends", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, at) => [`m${at}.bicep`, `module next 'm${at + 1}.bicep' = {}`]),
    );
    const stack = await evaluate("module a 'm0.bicep' = {}", { ...files, "m200.bicep": "" });
    expect(stack.diagnostics.map(({ code }) => code)).toContain("too-deep");
  });
});

describe("files that Bicep loads", () => {
  const files = {
    "data/rules.json": '{ "rules": [{ "port": 22, "from": "*" }], "on": true } // comment',
    "data/rules.yaml": "rules:\n  - port: 443\n",
    "data/note.txt": "hello\n",
  };

  test.each([
    ["loadTextContent('data/note.txt')", "hello\n"],
    ["loadJsonContent('data/rules.json').rules[0].port", 22],
    ["loadJsonContent('data/rules.json', 'rules[0].from')", "*"],
    ["loadJsonContent('data/rules.json', '$.on')", true],
    ["loadYamlContent('data/rules.yaml').rules[0].port", 443],
    ["loadFileAsBase64('data/note.txt')", "aGVsbG8K"],
    ["map(loadDirectoryFileInfo('data', '*.json'), f => f.relativePath)", ["data/rules.json"]],
    ["json(loadTextContent('data/rules.yaml') == '' ? '1' : '2')", 2],
  ])("%s", async (text, value) => {
    expect(output(await deployed(`output value any = ${text}`, files), "value")).toEqual(value);
  });

  test("their values stand where they are written", async () => {
    const stack = await deployed(
      "output value int = loadJsonContent('data/rules.json').rules[0].port",
      files,
    );
    let origin = stack.outputs.get("value")?.origin;
    while (origin?.from) origin = origin.from;
    expect(origin?.span.file.path).toBe("data/rules.json");
  });

  test.each([
    ["loadTextContent('../secret')", "outside-repository"],
    ["loadJsonContent('none.json')", "missing-file"],
    ["loadJsonContent('data/note.txt')", "parse-error"],
  ])("%s is told, and unknown", async (text, code) => {
    const stack = await evaluate(`output value any = ${text}`, files);
    expect(stack.diagnostics.map((one) => one.code)).toContain(code);
    const value = stack.outputs.get("value");
    expect(value && isWhollyKnown(value)).toBe(false);
  });
});
