import { outcomeOf, type Truth } from "../../src/value/index.ts";
import { endpoint, estate, id, SQL_ZONE, sql, sqlRule, storage, vnet, zone } from "./estate.ts";
import type { TemplateResource } from "./stack.ts";

type Parts = Readonly<Record<string, unknown>>;
type Case = readonly [what: string, resources: readonly TemplateResource[], expected: string];

const service = (type: string, properties: Parts = {}, more: Parts = {}): TemplateResource => ({
  type,
  name: "s",
  location: "westeurope",
  properties,
  ...more,
});
const child = (type: string, properties: Parts, name = "s/rule"): TemplateResource => ({
  type,
  name,
  properties,
});

const STORAGE = "Microsoft.Storage/storageAccounts";
const VAULT = "Microsoft.KeyVault/vaults";
const COSMOS = "Microsoft.DocumentDB/databaseAccounts";
const BUS = "Microsoft.ServiceBus/namespaces";
const HUBS = "Microsoft.EventHub/namespaces";
const SEARCH = "Microsoft.Search/searchServices";
const REGISTRY = "Microsoft.ContainerRegistry/registries";
const SITES = "Microsoft.Web/sites";
const POSTGRES = "Microsoft.DBforPostgreSQL/flexibleServers";
const REDIS = "Microsoft.Cache/redis";
const SIGNALR = "Microsoft.SignalRService/signalR";
const AI = "Microsoft.CognitiveServices/accounts";
const STORE = "Microsoft.AppConfiguration/configurationStores";

const acls = (defaultAction: string, more: Parts = {}): Parts => ({
  networkAcls: { defaultAction, ...more },
});
const off: Parts = { publicNetworkAccess: "Disabled" };
const on: Parts = { publicNetworkAccess: "Enabled" };

/** Each case by hand: open to everyone, to some that rules name, or to nobody over the public address. */
const CASES: readonly Case[] = [
  ["storage with nothing written", [service(STORAGE)], "open"],
  ["storage switched off", [service(STORAGE, off)], "private"],
  ["storage that denies by default lets trusted services in", [service(STORAGE, acls("Deny"))], "selected"],
  ["storage that denies, in lower case", [service(STORAGE, acls("deny", { bypass: "none" }))], "private"],
  [
    "storage that allows by default with rules beside",
    [service(STORAGE, acls("Allow", { ipRules: [{ value: "203.0.113.5" }] }))],
    "open",
  ],
  [
    "storage that admits one address",
    [service(STORAGE, acls("Deny", { ipRules: [{ value: "203.0.113.5" }] }))],
    "selected",
  ],
  [
    "storage that admits both halves of the internet",
    [service(STORAGE, acls("Deny", { ipRules: [{ value: "0.0.0.0/1" }, { value: "128.0.0.0/1" }] }))],
    "open",
  ],
  [
    "storage switched off beats an open default action",
    [service(STORAGE, { ...off, ...acls("Allow") })],
    "private",
  ],
  [
    "storage that admits a named resource only",
    [
      service(
        STORAGE,
        acls("Deny", {
          bypass: "None",
          resourceAccessRules: [{ resourceId: id("Microsoft.Databricks/accessConnectors", "dbac-data") }],
        }),
      ),
    ],
    "selected",
  ],
  [
    "storage with a list of named resources that is empty",
    [service(STORAGE, acls("Deny", { bypass: "None", resourceAccessRules: [] }))],
    "private",
  ],
  [
    "a Cosmos DB account that admits a named workspace only",
    [
      service(COSMOS, {
        isVirtualNetworkFilterEnabled: true,
        networkAclBypassResourceIds: [id("Microsoft.Synapse/workspaces", "syn-data")],
      }),
    ],
    "selected",
  ],
  [
    "storage with trusted services past its firewall",
    [service(STORAGE, acls("Deny", { bypass: "Logging, AzureServices" }))],
    "selected",
  ],
  [
    "storage with only logging past its firewall",
    [service(STORAGE, acls("Deny", { bypass: "Logging, Metrics" }))],
    "private",
  ],
  [
    "storage left to a perimeter",
    [service(STORAGE, { publicNetworkAccess: "SecuredByPerimeter" })],
    "private",
  ],
  ["vault with nothing written", [service(VAULT)], "open"],
  ["vault that denies", [service(VAULT, acls("Deny", { bypass: "None" }))], "private"],
  [
    "vault that admits a network",
    [
      service(
        VAULT,
        acls("Deny", {
          bypass: "None",
          virtualNetworkRules: [{ id: id("Microsoft.Network/virtualNetworks/subnets", "v", "a") }],
        }),
      ),
    ],
    "selected",
  ],
  ["SQL with nothing written admits nobody", [service("Microsoft.Sql/servers")], "private"],
  ["SQL with the whole range", [sql("s"), sqlRule("s", "all", "0.0.0.0", "255.255.255.255")], "open"],
  [
    "SQL with the whole range in two halves",
    [
      sql("s"),
      sqlRule("s", "a", "0.0.0.0", "127.255.255.255"),
      sqlRule("s", "b", "128.0.0.0", "255.255.255.255"),
    ],
    "open",
  ],
  ["SQL with the 0.0.0.0 rule", [sql("s"), sqlRule("s", "azure", "0.0.0.0")], "selected"],
  [
    "SQL switched off with a dead whole range",
    [sql("s", off), sqlRule("s", "all", "0.0.0.0", "255.255.255.255")],
    "private",
  ],
  [
    "PostgreSQL with an office range",
    [
      service(POSTGRES),
      child(`${POSTGRES}/firewallRules`, { startIpAddress: "203.0.113.0", endIpAddress: "203.0.113.255" }),
    ],
    "selected",
  ],
  [
    "PostgreSQL in a network",
    [
      service(POSTGRES, {
        network: { delegatedSubnetResourceId: id("Microsoft.Network/virtualNetworks/subnets", "v", "db") },
      }),
    ],
    "private",
  ],
  ["Cosmos DB with nothing written", [service(COSMOS)], "open"],
  [
    "Cosmos DB with addresses",
    [service(COSMOS, { ipRules: [{ ipAddressOrRange: "203.0.113.5" }] })],
    "selected",
  ],
  [
    "Cosmos DB with old comma-separated addresses",
    [service(COSMOS, { ipRangeFilter: "203.0.113.5,203.0.113.6" })],
    "selected",
  ],
  [
    "Cosmos DB that filters by network without any",
    [service(COSMOS, { isVirtualNetworkFilterEnabled: true })],
    "private",
  ],
  [
    "Cosmos DB with the 0.0.0.0 entry",
    [service(COSMOS, { ipRules: [{ ipAddressOrRange: "0.0.0.0" }] })],
    "selected",
  ],
  ["Service Bus without rules", [service(BUS, {}, { sku: { name: "Premium" } })], "open"],
  [
    "Service Bus whose rule set denies",
    [
      service(BUS),
      child(
        `${BUS}/networkRuleSets`,
        { defaultAction: "Deny", ipRules: [{ ipMask: "203.0.113.5" }] },
        "s/default",
      ),
    ],
    "selected",
  ],
  [
    "Service Bus whose rule set closes it",
    [service(BUS), child(`${BUS}/networkRuleSets`, { publicNetworkAccess: "Disabled" }, "s/default")],
    "private",
  ],
  [
    "Event Hubs whose rule set allows",
    [service(HUBS), child(`${HUBS}/networkRuleSets`, { defaultAction: "Allow" }, "s/default")],
    "open",
  ],
  [
    "Event Hubs that lets trusted services in",
    [
      service(HUBS),
      child(
        `${HUBS}/networkRuleSets`,
        { defaultAction: "Deny", trustedServiceAccessEnabled: true },
        "s/default",
      ),
    ],
    "selected",
  ],
  ["search without rules", [service(SEARCH)], "open"],
  [
    "search with one address",
    [service(SEARCH, { networkRuleSet: { ipRules: [{ value: "203.0.113.5" }], bypass: "None" } })],
    "selected",
  ],
  ["search with an empty list", [service(SEARCH, { networkRuleSet: { ipRules: [] } })], "open"],
  [
    "registry that denies",
    [
      service(
        REGISTRY,
        { networkRuleSet: { defaultAction: "Deny" }, networkRuleBypassOptions: "None" },
        { sku: { name: "Premium" } },
      ),
    ],
    "private",
  ],
  ["registry with nothing written", [service(REGISTRY, {}, { sku: { name: "Premium" } })], "open"],
  [
    "AI services that deny",
    [service(AI, { ...on, ...acls("Deny", { bypass: "None" }) }, { kind: "OpenAI" })],
    "private",
  ],
  ["AI services with nothing written", [service(AI, {}, { kind: "OpenAI" })], "open"],
  ["Redis with nothing written", [service(REDIS)], "open"],
  [
    "Redis with a rule",
    [service(REDIS), child(`${REDIS}/firewallRules`, { startIP: "203.0.113.5", endIP: "203.0.113.5" })],
    "selected",
  ],
  [
    "Redis in a network",
    [service(REDIS, { subnetId: id("Microsoft.Network/virtualNetworks/subnets", "v", "r") })],
    "private",
  ],
  [
    "SignalR that denies but lets client connections in",
    [
      service(SIGNALR, {
        networkACLs: { defaultAction: "Deny", publicNetwork: { allow: ["ClientConnection"] } },
      }),
    ],
    "open",
  ],
  [
    "SignalR that denies",
    [service(SIGNALR, { networkACLs: { defaultAction: "Deny", publicNetwork: { allow: [] } } })],
    "private",
  ],
  ["a site with nothing written", [service(SITES)], "open"],
  ["a site that is off in its configuration", [service(SITES, { siteConfig: off })], "private"],
  [
    "a site with one restriction denies the rest",
    [
      service(SITES, {
        siteConfig: {
          ipSecurityRestrictions: [{ ipAddress: "203.0.113.5/32", action: "Allow", priority: 100 }],
        },
      }),
    ],
    "selected",
  ],
  ["a configuration store with nothing written", [service(STORE)], "open"],
  [
    "automation is a boolean",
    [service("Microsoft.Automation/automationAccounts", { publicNetworkAccess: false })],
    "private",
  ],
  [
    "file sync speaks of its traffic policy",
    [
      service("Microsoft.StorageSync/storageSyncServices", {
        incomingTrafficPolicy: "AllowVirtualNetworksOnly",
      }),
    ],
    "private",
  ],
  [
    "machine learning without a documented default",
    [service("Microsoft.MachineLearningServices/workspaces")],
    "unknown",
  ],
  [
    "a firewall address nobody knows",
    [service(STORAGE, acls("Deny", { ipRules: [{ value: "[parameters('address')]" }] }))],
    "unknown",
  ],
  ["a switch nobody knows", [service(VAULT, { publicNetworkAccess: "[parameters('access')]" })], "unknown"],
  [
    "a switch that says nothing",
    [service("Microsoft.Purview/accounts", { publicNetworkAccess: "NotSpecified" })],
    "unknown",
  ],
  [
    "a switch nobody knows on a closed firewall",
    [service(VAULT, { publicNetworkAccess: "[parameters('access')]", ...acls("Deny", { bypass: "None" }) })],
    "private",
  ],
];

describe("the exposure of a service", () => {
  test.each(CASES)("%s", async (_, resources, expected) => {
    const parameters = { address: { type: "string" }, access: { type: "string" } };
    const { network } = await estate(resources, {}, { parameters });
    const { open, selected, privateOnly } =
      network.services.find(({ resource }) => resource.mode === "declared")?.exposure ?? fail();
    const name = (["open", "selected", "private"] as const).find((_, at) =>
      isYes([open, selected, privateOnly][at] as Truth),
    );
    expect(name ?? "unknown").toBe(expected);
  });

  test("a switch under a condition is decided for each of its values", async () => {
    const { network } = await estate(
      [storage("s", { publicNetworkAccess: "[if(parameters('open'), 'Enabled', 'Disabled')]" })],
      {},
      { parameters: { open: { type: "bool" } } },
    );
    expect(network.services.map(({ exposure }) => outcomeOf(exposure.open))).toEqual(["unknown"]);
  });

  test("a site is open by default, but off once it has a private endpoint", async () => {
    const { network } = await estate([
      vnet("v", "10.0.0.0/16", { pe: { addressPrefix: "10.0.0.0/24" } }),
      service(SITES),
      endpoint("pe", ["v", "pe"], [SITES, "s"], "sites"),
    ]);
    expect(network.services.map(({ exposure }) => outcomeOf(exposure.privateOnly))).toEqual(["true"]);
  });

  test("an endpoint and an open side that stand under one condition are judged together", async () => {
    const [made, ...rest] = endpoint(
      "pe",
      ["v", "pe"],
      ["Microsoft.Sql/servers", "s"],
      "sqlServer",
      SQL_ZONE,
    );
    const condition = "[parameters('private')]";
    const { network } = await estate(
      [
        vnet("v", "10.0.0.0/16", { pe: { addressPrefix: "10.0.0.0/24" } }),
        sql("s", { publicNetworkAccess: "[if(parameters('private'), 'Disabled', 'Enabled')]" }),
        [{ ...made, condition } as TemplateResource, ...rest.map((one) => ({ ...one, condition }))],
        zone(SQL_ZONE, "v"),
      ],
      {},
      { parameters: { private: { type: "bool" } } },
    );
    const [server] = network.services;
    const both = server && { open: server.firewall.isOn, endpoint: server.hasPrivateEndpoint };
    expect(both && [outcomeOf(both.open), outcomeOf(both.endpoint)]).toEqual(["unknown", "unknown"]);
  });

  test("an enforced perimeter closes, a learning one does not", async () => {
    const perimeter = (accessMode: string): readonly TemplateResource[] => [
      {
        type: "Microsoft.Network/networkSecurityPerimeters",
        name: "p",
        location: "westeurope",
        properties: {},
      },
      {
        type: "Microsoft.Network/networkSecurityPerimeters/resourceAssociations",
        name: "p/s",
        properties: { accessMode, privateLinkResource: { id: id(STORAGE, "s") } },
      },
    ];
    const verdict = async (mode: string): Promise<string> => {
      const { reach } = await estate([service(STORAGE), perimeter(mode)]);
      return reach("internet", "s", "blob");
    };
    expect(await verdict("Enforced")).toBe("blocked");
    expect(await verdict("Learning")).toBe("allowed public");
  });

  test("what decides is named: the switch, the default action, or the place where they are missing", async () => {
    const decides = async (resource: TemplateResource): Promise<string> => {
      const { network } = await estate([resource]);
      const decided = network.services[0]?.exposure.decides;
      return `${decided?.spot.path}: ${decided?.note}`;
    };
    expect(await decides(service(STORAGE))).toBe(
      "properties.publicNetworkAccess: public network access is on by default",
    );
    expect(await decides(service(STORAGE, on))).toBe(
      'properties.publicNetworkAccess: public network access is "Enabled"',
    );
    expect(await decides(service(STORAGE, acls("Allow")))).toBe(
      'properties.networkAcls.defaultAction: the default action of its firewall is "Allow"',
    );
    expect(await decides(service(STORAGE, off))).toBe(
      "properties.publicNetworkAccess: public network access is off",
    );
  });
});

function isYes(truth: Truth): boolean {
  return outcomeOf(truth) === "true";
}

function fail(): never {
  throw new Error("There is no service in this estate.");
}
