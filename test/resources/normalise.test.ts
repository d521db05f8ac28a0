import { parseResourceId } from "../../src/model/index.ts";
import { normalise } from "../../src/resources/index.ts";
import { spanText } from "../../src/source/index.ts";
import { id, read, stackOf, terraform } from "./raw.ts";
import { chainOf, choose, describe, input, isFalse, isTrue, itemsOf, literal, toPlain } from "./values.ts";

const group = terraform("azurerm_resource_group.rg", { name: "rg", location: "westeurope" });
const vnet = terraform("azurerm_virtual_network.hub", {
  name: "hub",
  resource_group_name: read(group, "name"),
  address_space: ["10.0.0.0/16"],
});
const subnet = terraform("azurerm_subnet.app", {
  name: "app",
  resource_group_name: read(group, "name"),
  virtual_network_name: read(vnet, "name"),
  address_prefixes: ["10.0.1.0/24"],
});

test("a Terraform resource is a resource in ARM's terms", () => {
  const { graph } = normalise(stackOf(group, vnet, subnet));
  const [one] = graph.ofType("microsoft.network/virtualnetworks/subnets");
  expect(one?.address).toBe("azurerm_subnet.app");
  expect(one?.type).toBe("Microsoft.Network/virtualNetworks/subnets");
  expect(toPlain(one?.get("properties.addressPrefixes") ?? literal(null))).toEqual(["10.0.1.0/24"]);
  expect(one?.parent?.address).toBe("azurerm_virtual_network.hub");
  expect(graph.byAddress("azurerm_virtual_network.hub")?.children).toContain(one);
});

test("an id has ARM's shape with a symbol for the subscription", () => {
  expect(describe(id(subnet))).toEqual(
    expect.stringMatching(
      /^"\/subscriptions\/\$\{[^}]+\}\/resourceGroups\/rg\/providers\/Microsoft.Network\/virtualNetworks\/hub\/subnets\/app"$/,
    ),
  );
  expect(parseResourceId(id(subnet))?.names.map((name) => toPlain(name))).toEqual(["hub", "app"]);
});

test("an association becomes a property of the resource that it attaches to", () => {
  const nsg = terraform("azurerm_network_security_group.web", { name: "web", resource_group_name: "rg" });
  const association = terraform("azurerm_subnet_network_security_group_association.web", {
    subnet_id: id(subnet),
    network_security_group_id: id(nsg),
  });
  const { graph } = normalise(stackOf(group, vnet, subnet, nsg, association));
  const app = graph.byAddress("azurerm_subnet.app");
  const target = graph.target(app?.get("properties.networkSecurityGroup.id") ?? literal(null));
  expect(target).toMatchObject({
    kind: "resource",
    resource: { address: "azurerm_network_security_group.web" },
  });
  expect(graph.byAddress(association.address)).toBeUndefined();
  const span = app?.spanOf("properties.networkSecurityGroup.id");
  expect(span && spanText(span)).toBe("network_security_group_id");
  expect(graph.referrers(graph.byAddress(nsg.address) ?? fail())).toContain(app);
});

test("an association under a condition leaves what was there before", () => {
  const nsg = terraform("azurerm_network_security_group.web", { name: "web", resource_group_name: "rg" });
  const association = terraform(
    "azurerm_subnet_network_security_group_association.web",
    { subnet_id: id(subnet), network_security_group_id: id(nsg) },
    { condition: { ...input("guard"), kind: "symbol" } as never },
  );
  const { graph } = normalise(stackOf(group, vnet, subnet, nsg, association));
  const value = graph.byAddress("azurerm_subnet.app")?.get("properties.networkSecurityGroup.id");
  expect(value).toMatchObject({ kind: "choice", otherwise: { kind: "absent" } });
});

test("an association of which nobody knows the target keeps 'there is none' from being said", () => {
  const association = terraform("azurerm_subnet_network_security_group_association.web", {
    subnet_id: {
      kind: "symbol",
      reason: "opaque",
      text: "module.net.subnet_id",
      key: "module.net.subnet_id",
    },
    network_security_group_id: literal(
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/x",
    ),
  });
  const { graph } = normalise(stackOf(group, vnet, subnet, association));
  expect(graph.byAddress("azurerm_subnet.app")?.get("properties.networkSecurityGroup.id").kind).toBe(
    "symbol",
  );
  expect(graph.byAddress("azurerm_subnet.app")?.get("properties.routeTable.id").kind).toBe("absent");
});

test("defaults differ by the provider's major version and say where they come from", () => {
  const account = { name: "st", resource_group_name: "rg" };
  const at = (major: number) => {
    const raw = terraform("azurerm_storage_account.st", account, { major });
    return normalise(stackOf(raw)).graph.byAddress(raw.address)?.get("properties.allowBlobPublicAccess");
  };
  expect([3, 4, 5].map((major) => toPlain(at(major) ?? literal(null)))).toEqual([true, true, false]);
  expect(chainOf(at(4)?.origin)).toMatchObject([{ kind: "default", label: "azurerm 4 default" }]);
});

test("a switch that depends on an input is a choice of both settings", () => {
  const raw = terraform("azurerm_storage_account.st", {
    name: "st",
    resource_group_name: "rg",
    public_network_access_enabled: { ...input("public"), type: "bool" },
  });
  const value = normalise(stackOf(raw)).graph.byAddress(raw.address)?.get("properties.publicNetworkAccess");
  expect(value).toMatchObject({
    kind: "choice",
    then: { value: "Enabled" },
    otherwise: { value: "Disabled" },
  });
});

test("the provider's version is told by arguments that only one of them has", () => {
  const old = terraform("azurerm_subnet.old", { ...plain(subnet), service_endpoints: ["Microsoft.Storage"] });
  expect(normalise(stackOf(vnet, old)).assumptions).toEqual(["azurerm 4 (from the arguments in use)"]);
  const pinned = terraform("azurerm_subnet.old", { ...plain(subnet), service_endpoints: [] }, { major: 5 });
  expect(normalise(stackOf(vnet, pinned)).diagnostics).toMatchObject([
    { code: "unknown-argument", severity: "warning", message: expect.stringContaining("azurerm 2 to 4") },
  ]);
});

test("blocks and resources that newer versions no longer have tell it, too", () => {
  const assumed = (address: string, body: Readonly<Record<string, unknown>>) =>
    normalise(stackOf(terraform(address, { name: "x", resource_group_name: "rg", ...body }))).assumptions;
  const cluster = "azurerm_kubernetes_cluster.k";
  const pools = [{ name: "a", vnet_subnet_id: "/subscriptions/0" }];
  expect(assumed(cluster, { agent_pool_profile: pools })).toEqual(["azurerm 2 (from the arguments in use)"]);
  expect(assumed(cluster, { default_node_pool: pools })).toEqual(["azurerm 5 (the newest known)"]);
  expect(assumed("azurerm_data_lake_store.s", {})).toEqual(["azurerm 2 (from the arguments in use)"]);
});

test.each(["azurerm_subnet.x", "azurerm_network_interface.x"])(
  "what azurerm 1 set on %s itself attaches a group as its association does",
  (address) => {
    const nsg = terraform("azurerm_network_security_group.web", { name: "web", resource_group_name: "rg" });
    const old = terraform(address, {
      name: "x",
      resource_group_name: "rg",
      virtual_network_name: "hub",
      network_security_group_id: id(nsg),
    });
    const { graph } = normalise(stackOf(group, vnet, nsg, old));
    const value = graph.byAddress(address)?.get("properties.networkSecurityGroup.id") ?? literal(null);
    expect(graph.target(value)).toMatchObject({ kind: "resource", resource: { address: nsg.address } });
  },
);

test("a data source, a literal id and a declared resource of the same identity are one node", () => {
  const data = terraform("data.azurerm_virtual_network.hub", { name: "HUB", resource_group_name: "rg" });
  const { graph } = normalise(stackOf(group, vnet, data));
  expect(graph.byAddress(data.address)?.address).toBe("azurerm_virtual_network.hub");
  const text = "/subscriptions/0000/resourceGroups/RG/providers/Microsoft.Network/virtualNetworks/Hub";
  expect(graph.target(literal(text))).toMatchObject({
    kind: "resource",
    resource: { address: vnet.address },
  });
});

test("what only exists is unknown where nothing is written, not absent", () => {
  const data = terraform("data.azurerm_virtual_network.hub", { name: "hub", resource_group_name: "rg" });
  const { graph } = normalise(stackOf(data));
  expect(graph.byAddress(data.address)?.get("properties.dhcpOptions.dnsServers").kind).toBe("symbol");
});

test("two different unknown names are neither equal nor different", () => {
  const named = terraform("azurerm_storage_account.st", { name: input("a"), resource_group_name: "rg" });
  const { graph } = normalise(stackOf(named));
  const text = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/other";
  expect(graph.target(literal(text))).toMatchObject({
    kind: "unknown",
    candidates: [{ address: named.address }],
  });
  const elsewhere = text.replace("/rg/", "/elsewhere/");
  expect(graph.target(literal(elsewhere))).toMatchObject({
    kind: "resource",
    resource: { mode: "existing" },
  });
});

test("subnets inside a network are children of it", () => {
  const inline = terraform(
    "azurerm_virtual_network.hub",
    {
      name: "hub",
      resource_group_name: "rg",
      subnet: [
        { name: "app", address_prefixes: ["10.0.0.0/24"] },
        choose(
          { ...input("more"), kind: "symbol" } as never,
          { kind: "object", entries: new Map([["name", literal("db")]]) },
          { kind: "absent" },
        ),
      ],
    },
    { major: 4 },
  );
  const { graph } = normalise(stackOf(inline));
  const [app, db] = graph.ofType("Microsoft.Network/virtualNetworks/subnets");
  expect(app).toMatchObject({ address: "azurerm_virtual_network.hub/subnets/app", inline: true });
  expect(app?.parent?.address).toBe(inline.address);
  expect(isTrue(app?.exists ?? fail())).toBe(true);
  expect(isTrue(db?.exists ?? fail()) || isFalse(db?.exists ?? fail())).toBe(false);
  expect(toPlain(app?.get("properties.privateEndpointNetworkPolicies") ?? fail())).toBe("Disabled");
  expect(isTrue(app?.exists ?? fail())).toBe(true);
});

test("a private endpoint with a zone group is two resources", () => {
  const zone = terraform("azurerm_private_dns_zone.blob", {
    name: "privatelink.blob.core.windows.net",
    resource_group_name: "rg",
  });
  const endpoint = terraform("azurerm_private_endpoint.blob", {
    name: "pe",
    resource_group_name: "rg",
    subnet_id: id(subnet),
    private_service_connection: [
      {
        name: "c",
        is_manual_connection: true,
        private_connection_resource_id: input("target"),
        subresource_names: ["blob"],
      },
    ],
    private_dns_zone_group: [{ name: "default", private_dns_zone_ids: [id(zone)] }],
  });
  const { graph } = normalise(stackOf(group, vnet, subnet, zone, endpoint));
  const node = graph.byAddress(endpoint.address);
  expect(itemsOf(node?.get("properties.manualPrivateLinkServiceConnections") ?? fail()).items).toHaveLength(
    1,
  );
  expect(node?.get("properties.privateLinkServiceConnections").kind).toBe("absent");
  expect(node?.children.map(({ type, address }) => [type, address])).toEqual([
    [
      "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
      "azurerm_private_endpoint.blob/privateDnsZoneGroups/default",
    ],
  ]);
});

function plain(raw: ReturnType<typeof terraform>): Record<string, unknown> {
  return Object.fromEntries(raw.body.entries);
}

function fail(): never {
  throw new Error("nothing there");
}
