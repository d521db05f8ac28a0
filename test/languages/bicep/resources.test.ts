// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep writes expressions in strings as JavaScript does.
import { chainOf, spanTexts } from "./origins.ts";
import { deployed, evaluate, output, property, resource, show, told } from "./stack.ts";

const VNET = `resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } }
}
`;

describe("Bicep resources", () => {
  test("are ARM's, with type, version, names and body", async () => {
    const stack = await deployed(`${VNET}
resource app 'Microsoft.Network/virtualNetworks/subnets@2023-01-01' = {
  parent: vnet
  name: 'app'
  properties: { addressPrefix: cidrSubnet(vnet.properties.addressSpace.addressPrefixes[0], 24, 3) }
}`);
    const app = resource(stack, "app");
    expect([app.type, app.apiVersion, app.names?.map(show)]).toEqual([
      "Microsoft.Network/virtualNetworks/subnets",
      "2023-01-01",
      ["vnet", "app"],
    ]);
    expect(app.parent?.address).toBe("vnet");
    expect(property(stack, "app", "properties.addressPrefix")).toBe("10.0.3.0/24");
    expect([...app.body.entries.keys()]).toEqual(["properties", "name"]);
  });

  test("nested ones have their parent's type, version and name, see their siblings, and are reached by ::", async () => {
    const stack = await deployed(`resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  resource app 'subnets' = {
    name: 'app'
    properties: { description: data.name }
  }
  resource data 'subnets@2023-01-01' = { name: 'data' }
}
output id string = vnet::data.id`);
    expect(stack.resources.map(({ address, type, apiVersion }) => [address, type, apiVersion])).toEqual([
      ["vnet", "Microsoft.Network/virtualNetworks", "2024-05-01"],
      ["vnet::app", "Microsoft.Network/virtualNetworks/subnets", "2024-05-01"],
      ["vnet::data", "Microsoft.Network/virtualNetworks/subnets", "2023-01-01"],
    ]);
    expect(property(stack, "vnet::app", "properties.description")).toBe("data");
    expect(stack.outputs.get("id")?.via).toMatchObject({
      resource: { address: "vnet::data" },
      attribute: "id",
    });
  });

  test("loops make instances, whatever they run over", async () => {
    const stack = await deployed(`param names array
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = [for (name, i) in ['a', 'b']: {
  name: '\${name}-\${i}'
}]
resource other 'Microsoft.Network/networkSecurityGroups@2024-05-01' = [for name in names: if (name != 'x') {
  name: name
}]
resource bound 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'v'
  properties: { subnets: [for i in range(0, 2): { name: 's\${i}', properties: { networkSecurityGroup: { id: nsg[i].id } } }] }
}`);
    expect(stack.resources.map(({ address, symbolic }) => [address, symbolic])).toEqual([
      ["nsg[0]", false],
      ["nsg[1]", false],
      ["other[*]", true],
      ["bound", false],
    ]);
    expect(property(stack, "nsg[1]", "name")).toBe("b-1");
    const subnets = resource(stack, "bound").body.entries.get("properties");
    const items = subnets?.kind === "object" ? subnets.entries.get("subnets") : undefined;
    expect(items?.kind === "list" && items.items.map((item) => show(item))).toHaveLength(2);
  });

  test("conditions hold as written, and by default", async () => {
    const stack = await deployed(`param on bool
param off bool = false
resource a 'Microsoft.Storage/storageAccounts@2023-05-01' = if (on && !off) { name: 'a' }
resource b 'Microsoft.Storage/storageAccounts@2023-05-01' = if (off) { name: 'b' }`);
    expect(stack.resources.map(({ address, condition }) => [address, show(condition)])).toEqual([
      ["a", "<on>"],
    ]);
  });

  test("existing ones lie where their scope says", async () => {
    const stack = await deployed(`param hub string
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'hub'
  scope: resourceGroup('11111111-1111-1111-1111-111111111111', hub)
  resource subnet 'subnets' existing = { name: 'pe' }
}
output id string = vnet::subnet.id`);
    expect(resource(stack, "vnet").mode).toBe("existing");
    expect(output(stack, "id")).toBe(
      '<"/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/${hub}/providers/Microsoft.Network/virtualNetworks/hub/subnets/pe">',
    );
  });

  test("extension resources know what they lie on", async () => {
    const stack = await deployed(`${VNET}
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'lock'
  scope: vnet
  properties: { level: 'CanNotDelete' }
}`);
    expect(resource(stack, "lock").parent?.address).toBe("vnet");
  });

  test("a value keeps the way it took", async () => {
    const stack = await deployed(`param access string = 'Disabled'
var chosen = access
resource st 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'st'
  properties: { publicNetworkAccess: chosen }
}`);
    expect(spanTexts(chainOf(resource(stack, "st").body, "properties.publicNetworkAccess"))).toEqual([
      ["reference", "chosen"],
      ["reference", "access"],
      ["input-default", "'Disabled'"],
      ["written", "'Disabled'"],
    ]);
  });

  test("what a spread brings in counts, and an unknown one leaves what it may replace unknown", async () => {
    const stack = await deployed(`param extra object
param more bool
resource st 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'st'
  properties: {
    ...{ allowBlobPublicAccess: true, minimumTlsVersion: 'TLS1_0' }
    publicNetworkAccess: 'Enabled'
    minimumTlsVersion: 'TLS1_2'
    ...(more ? { defaultToOAuthAuthentication: true } : {})
    ...extra
    supportsHttpsTrafficOnly: true
  }
}`);
    expect(property(stack, "st", "properties.supportsHttpsTrafficOnly")).toBe(true);
    expect(property(stack, "st", "properties.publicNetworkAccess")).toBe(
      '<extra.publicNetworkAccess ?? "Enabled">',
    );
  });

  test("types of inputs are domains, down to the members of objects", async () => {
    const stack = await deployed(
      `import { mode } from 'types.bicep'
type account = {
  access: mode
  tls: ('1.2' | '1.3')?
  tags: { name: 'a' | 'b' }[]
}
param config account
@allowed(['x', 'y'])
param choice string
resource st 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: choice
  properties: { publicNetworkAccess: config.access, tls: config.?tls, tag: config.tags[0].name }
}`,
      { "types.bicep": "@export()\ntype mode = 'Enabled' | 'Disabled'" },
    );
    const body = resource(stack, "st").body;
    const properties = body.entries.get("properties");
    const domain = (name: string): unknown => {
      const value = properties?.kind === "object" ? properties.entries.get(name) : undefined;
      return value?.kind === "symbol" ? value.domain?.map(show) : value;
    };
    expect(domain("publicNetworkAccess")).toEqual(["Enabled", "Disabled"]);
    expect(domain("tls")).toEqual(["1.2", "1.3", null]);
    expect(domain("tag")).toEqual(["a", "b"]);
    const name = body.entries.get("name");
    expect(name?.kind === "symbol" && name.domain?.map(show)).toEqual(["x", "y"]);
  });
});

describe("Bicep expressions, evaluated", () => {
  test.each([
    ["'a${1 + 2}b${true}'", "a3bTrue"],
    ["map([1, 2], x => x * 2)", [2, 4]],
    ["filter(['a', 'bb'], (x, i) => length(x) > 1)", ["bb"]],
    ["reduce([1, 2, 3], 0, (sum, next) => sum + next)", 6],
    ["toObject(['a', 'b'], x => x, x => toUpper(x))", { a: "A", b: "B" }],
    ["[for (x, i) in ['a', 'b']: '${x}${i}']", ["a0", "b1"]],
    ["[for x in items({ b: 1, a: 2 }): x.key]", ["a", "b"]],
    ["[...[1, 2], 3]", [1, 2, 3]],
    ["{ ...{ a: 1 }, b: 2 }", { a: 1, b: 2 }],
    ["{ a: { b: 1 } }.?a.?c ?? 'none'", "none"],
    ["[1, 2, 3][^1]", 3],
    ["[1][?5] ?? 'none'", "none"],
    ["'ABC' =~ 'abc' ? 'same' : 'other'", "same"],
    ["contains(['a'], 'a') && !empty([1])", true],
    ["10 / 3 + 10 % 3 - -1", 5],
    ["format('{0}-{1}', 'a', 2)", "a-2"],
    ["sys.join(['a', 'b'], ',')", "a,b"],
    ["double('x')", "xx"],
    ["union({ a: 1, b: { c: 1 } }, { b: { d: 2 } })", { a: 1, b: { c: 1, d: 2 } }],
    ["any(null)! == null", true],
    ["shared.prefix", "pre"],
    ["shared.named('x')", "pre-x"],
    ["renamed", "pre"],
    ["nameof(shared.prefix)", "prefix"],
    ["'privatelink.blob.${environment().suffixes.storage}'", "privatelink.blob.core.windows.net"],
  ])("%s", async (text, value) => {
    const stack = await deployed(
      `import * as shared from 'shared.bicep'
import { prefix as renamed } from './shared.bicep'
func double(text string) string => '\${text}\${text}'
output value any = ${text}`,
      {
        "shared.bicep":
          "@export()\nvar prefix = 'pre'\n@export()\nfunc named(name string) string => '${prefix}-${name}'",
      },
    );
    expect(output(stack, "value")).toEqual(value);
  });

  test("a resource of Azure without a name is told, one of an extension is not", async () => {
    const stack = await evaluate(`resource a 'Microsoft.Storage/storageAccounts@2023-05-01' = {}
resource b 'Microsoft.Graph/groups@v1.0' = { uniqueName: 'x' }
resource c 'apps/Deployment@v1' = { metadata: { name: 'x' } }
resource d 'nothing' = { name: 'x' }`);
    expect(stack.diagnostics.map(told)).toEqual([
      "main.bicep:1 missing-name: The resource 'a' has no name.",
      "main.bicep:4 invalid-type: 'nothing' is no resource type: expected one such as 'Microsoft.Network/virtualNetworks@2024-05-01'.",
    ]);
  });

  test("a name that nobody declares is told where it stands", async () => {
    const stack = await evaluate("param location string\noutput x string = locaton");
    expect(stack.diagnostics.map(told)).toEqual([
      "main.bicep:2 undeclared-name: 'locaton' is not declared. Did you mean 'location'?",
    ]);
  });

  test("rings of variables and functions end", async () => {
    const stack = await evaluate(
      "var a = b\nvar b = a\nfunc f(x string) string => f(x)\noutput o string = '${a}${f('x')}'",
    );
    expect(stack.diagnostics.map(({ code }) => code)).toEqual(["cycle", "too-deep"]);
  });

  test("a long chain of variables is followed as far as is safe", async () => {
    const chain = Array.from({ length: 5000 }, (_, at) => `var v${at + 1} = v${at}`).join("\n");
    const stack = await evaluate(`var v0 = 'end'\n${chain}\noutput o string = v100\noutput p string = v5000`);
    expect(output(stack, "o")).toBe("end");
    expect(stack.diagnostics.map(({ code }) => code)).toEqual(["too-deep"]);
  });

  test.each([
    ["calls", (at: number) => `union({ a: [{ b: v${at} }] }, {})`],
    ["lambdas", (at: number) => `map([1], x => map([2], y => v${at}))`],
    ["functions", (at: number) => `f('\${v${at}}')`],
    ["loops", (at: number) => `[for x in [1]: [for y in [v${at}]: y]]`],
    ["choices", (at: number) => `p ? { ...v${at}, k${at}: 1 } : v${at}`],
  ])("a long chain through %s does not overflow", async (_what, step) => {
    const chain = Array.from({ length: 1500 }, (_, at) => `var v${at + 1} = ${step(at)}`).join("\n");
    const stack = await evaluate(
      `param p bool\nfunc f(x string) string => x\nvar v0 = {}\n${chain}\noutput o object = v1500`,
    );
    expect(stack.diagnostics.map(({ code }) => code)).toEqual(["too-deep"]);
  });

  test("the uses of a broken declaration are no mistakes of their own", async () => {
    const stack = await evaluate("param a string = )\nvar b = a\noutput o string = '${b}'");
    expect(stack.diagnostics.map(told)).toEqual([
      "main.bicep:1 parse-error: Expected a value, but found ')'.",
    ]);
  });
});
