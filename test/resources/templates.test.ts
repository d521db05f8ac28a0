import { normalise } from "../../src/resources/index.ts";
import { arm, id, stackOf, terraform } from "./raw.ts";
import { FALSE, input, itemsOf, literal, toPlain } from "./values.ts";

const VNET = "Microsoft.Network/virtualNetworks";

test("a template's resource keeps its body; names compare without case", () => {
  const raw = arm("microsoft.storage/storageaccounts", [literal("st")], {
    name: "st",
    Properties: { PublicNetworkAccess: "disabled" },
  });
  const { graph } = normalise(stackOf(raw));
  const [node] = graph.ofType("Microsoft.Storage/storageAccounts");
  expect(node?.type).toBe("Microsoft.Storage/storageAccounts");
  expect(node && toPlain(node.get("properties.publicNetworkAccess"))).toBe("disabled");
});

test("a property that a template leaves out takes what the service does", () => {
  const raw = arm("Microsoft.Storage/storageAccounts", [literal("st")], { name: "st" });
  const value = normalise(stackOf(raw)).graph.byAddress(raw.address)?.get("properties.publicNetworkAccess");
  expect(value).toMatchObject({ value: "Enabled", origin: { kind: "default", label: "Azure's default" } });
});

test("an injected flexible server is closed by default, another one open", () => {
  const server = (name: string, network: object) =>
    arm("Microsoft.DBforPostgreSQL/flexibleServers", [literal(name)], { name, properties: { network } });
  const [inside, outside] = [
    server("in", { delegatedSubnetResourceId: "/subscriptions/x" }),
    server("out", {}),
  ];
  const { graph } = normalise(stackOf(inside, outside));
  const access = (raw: typeof inside) =>
    graph.byAddress(raw.address)?.get("properties.network.publicNetworkAccess");
  expect(access(inside)).toMatchObject({ value: "Disabled" });
  expect(access(outside)).toMatchObject({ value: "Enabled" });
});

test("a child finds its parent by the same unknown parameter, and not by another one", () => {
  const network = arm(VNET, [input("name")], { properties: {} }, { address: "vnet" });
  const subnet = arm(
    `${VNET}/subnets`,
    [input("name"), literal("app")],
    { properties: {} },
    { address: "subnet" },
  );
  const other = arm(
    `${VNET}/subnets`,
    [input("else"), literal("app")],
    { properties: {} },
    { address: "other" },
  );
  const { graph } = normalise(stackOf(network, subnet, other));
  expect(graph.byAddress("subnet")?.parent?.address).toBe("vnet");
  expect(graph.byAddress("other")?.parent?.address).not.toBe("vnet");
});

test("settings of a site as resources of their own are the site's", () => {
  const site = arm("Microsoft.Web/sites", [literal("app")], { name: "app", properties: {} });
  const config = (name: string, properties: object) =>
    arm("Microsoft.Web/sites/config", [literal("app"), literal(name)], { name, properties });
  const { graph } = normalise(
    stackOf(
      site,
      config("web", { ipSecurityRestrictionsDefaultAction: "Deny" }),
      config("appsettings", { WEBSITE_VNET_ROUTE_ALL: "1" }),
      arm("Microsoft.Web/sites/networkConfig", [literal("app"), literal("virtualNetwork")], {
        properties: { subnetResourceId: "/subscriptions/s/x" },
      }),
    ),
  );
  const node = graph.byAddress(site.address);
  expect(node && toPlain(node.get("properties"))).toEqual({
    siteConfig: {
      ipSecurityRestrictionsDefaultAction: "Deny",
      appSettings: [{ name: "WEBSITE_VNET_ROUTE_ALL", value: "1" }],
    },
    virtualNetworkSubnetId: "/subscriptions/s/x",
  });
});

test("what a condition keeps from being deployed is taken to be there already", () => {
  const network = arm(
    VNET,
    [literal("v")],
    { properties: { enableDdosProtection: true } },
    { condition: FALSE },
  );
  const reference =
    "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/a";
  const endpoint = arm("Microsoft.Network/privateEndpoints", [literal("pe")], {
    properties: { subnet: { id: literal(reference) } },
  });
  const { graph } = normalise(stackOf(network, endpoint));
  expect(graph.ofType(VNET).map(({ mode }) => mode)).toEqual(["existing"]);
  const [subnet] = graph.ofType(`${VNET}/subnets`);
  expect(subnet && graph.referrers(subnet).map(({ type }) => type)).toEqual([
    "Microsoft.Network/privateEndpoints",
  ]);
});

describe("azapi", () => {
  const group = terraform("azurerm_resource_group.rg", { name: "rg" });

  test("a body in either major is ARM's", () => {
    const common = {
      type: "Microsoft.Search/searchServices@2023-11-01",
      parent_id: id(group),
      name: "s",
      location: "eu",
    };
    const body = { properties: { publicNetworkAccess: "disabled" } };
    for (const given of [body, JSON.stringify(body)]) {
      const raw = terraform("azapi_resource.s", { ...common, body: given });
      const node = normalise(stackOf(group, raw)).graph.byAddress(raw.address);
      expect(node).toMatchObject({ type: "Microsoft.Search/searchServices", apiVersion: "2023-11-01" });
      expect(node && toPlain(node.get("properties.publicNetworkAccess"))).toBe("disabled");
      expect(node && toPlain(node.get("location"))).toBe("eu");
      expect(node?.id.resourceGroup && toPlain(node.id.resourceGroup)).toBe("rg");
    }
  });

  test("an update says something of the resource that it names", () => {
    const maps = terraform("azurerm_maps_account.m", {
      name: "m",
      resource_group_name: "rg",
      sku_name: "G2",
    });
    const update = terraform("azapi_update_resource.m", {
      type: "Microsoft.Maps/accounts@2024-07-01-preview",
      resource_id: id(maps),
      body: { properties: { publicNetworkAccess: "disabled" } },
    });
    const { graph } = normalise(stackOf(maps, update));
    const node = graph.byAddress(maps.address);
    expect(node && toPlain(node.get("properties.publicNetworkAccess"))).toBe("disabled");
  });
});

test("types without a table are kept, counted and known by their ids", () => {
  const account = terraform("azurerm_cosmosdb_account.c", { name: "c", resource_group_name: "rg" });
  const database = terraform("azurerm_cosmosdb_sql_database.d", {
    name: "d",
    resource_group_name: "rg",
    account_name: "c",
  });
  const hub = terraform("azurerm_eventhub.e", {
    name: "e",
    namespace_id: literal("/subscriptions/s/resourceGroups/rg/providers/Microsoft.EventHub/namespaces/n"),
  });
  const random = terraform("random_string.r", { length: 4 });
  const unknown = terraform("azurerm_from_the_future.f", { name: "f" });
  const { graph } = normalise(stackOf(account, database, hub, random, unknown));
  expect([...graph.unmapped]).toEqual([
    ["azurerm_cosmosdb_sql_database", 1],
    ["azurerm_eventhub", 1],
    ["azurerm_from_the_future", 1],
  ]);
  expect(graph.byAddress(hub.address)?.parent?.type).toBe("Microsoft.EventHub/namespaces");
  expect(graph.byAddress(random.address)).toBeUndefined();
  expect(itemsOf(graph.byAddress(account.address)?.get("properties.ipRules") ?? literal(null)).items).toEqual(
    [],
  );
});

test("one declaration that two deployments make alike is one resource, and two that differ are two", () => {
  const network = (address: string, prefix: string) =>
    arm(VNET, [literal("hub")], { properties: { addressSpace: { addressPrefixes: [prefix] } } }, { address });
  const first = network("vnet[0]", "10.0.0.0/16");
  const again = { ...network("vnet[1]", "10.0.0.0/16"), span: first.span };
  const other = { ...network("vnet[2]", "10.1.0.0/16"), span: first.span };
  const { graph } = normalise(stackOf(first, again, other));
  expect(graph.ofType(VNET).map(({ address }) => address)).toEqual(["vnet[0]", "vnet[2]"]);
  expect(graph.byAddress("vnet[1]")?.address).toBe("vnet[0]");
});
