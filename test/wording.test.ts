import { findingsOf, lintText } from "isolint/testing";

/** Texts for cases in which something is missing: a reader must see what. */
async function messagesOf(
  rule: string,
  verdict: "fail" | "unknown",
  text: string,
): Promise<readonly string[]> {
  const report = await lintText({ "main.bicep": text }, { only: [rule], preset: "strict" });
  return findingsOf(report, rule, verdict).map(({ message }) => message);
}

const STORAGE = `
resource data 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stdata'
  location: 'westeurope'
  properties: {
    publicNetworkAccess: 'Enabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'None', resourceAccessRules: rules }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-01-01' = {
  name: 'pe-data'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'blob', properties: { privateLinkServiceId: data.id, groupIds: ['blob'] } }
    ]
  }
}
`;
const SCANNER =
  "{ tenantId: 't', resourceId: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Purview/accounts/scan' }";

test.each([
  ["all of them", `var rules = [${SCANNER}]`, "'scan' (Microsoft.Purview/accounts)."],
  [
    "those that can be seen",
    `param more array\nvar rules = concat([${SCANNER}], more)`,
    "'scan' (Microsoft.Purview/accounts), perhaps others too: not all of its rules can be told before deployment.",
  ],
])("resource instances that get in are named without their subscription: %s", async (_, rules, text) => {
  const [message] = await messagesOf(
    "public-access/left-on-beside-private-endpoint",
    "fail",
    rules + STORAGE,
  );
  expect(message).toBe(
    `Azure Storage account 'stdata' has a private endpoint, but its public side is still on and admits ${text}`,
  );
});

test("a route to an appliance that names no address", async () => {
  const [message] = await messagesOf(
    "network/unknown-next-hop",
    "unknown",
    `resource table 'Microsoft.Network/routeTables@2024-01-01' = {
  name: 'rt'
  location: 'westeurope'
  properties: {
    routes: [{ name: 'out', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance' } }]
  }
}
`,
  );
  expect(message).toContain("depends on where the route leads, as it names no address.");
});

test("a peering with an empty id", async () => {
  const [message] = await messagesOf(
    "network/peering-one-way",
    "unknown",
    `resource net 'Microsoft.Network/virtualNetworks@2024-01-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } }
}

resource peering 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-01-01' = {
  parent: net
  name: 'out'
  properties: { remoteVirtualNetwork: { id: '' } }
}
`,
  );
  expect(message).toContain("depends on which resource an empty id stands for");
});

test("a key that is empty", async () => {
  const { diagnostics } = await lintText({
    "main.tf": 'locals {\n  zones = { a = 1 }\n}\noutput "zone" {\n  value = local.zones[""]\n}\n',
  });
  expect(diagnostics.map(({ message }) => message)).toEqual(["The name that is looked up here is empty."]);
});
