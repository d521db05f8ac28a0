import { outcomeOf, type Truth } from "../../src/value/index.ts";
import { endpoint, estate, id, SQL_ZONE, sql, sqlRule, storage, vnet, zone } from "./estate.ts";
import type { TemplateResource } from "./stack.ts";
import { type Case, truthTable } from "./truth-table.ts";

type Parts = Readonly<Record<string, unknown>>;
type Exposed = "open" | "selected" | "private" | "unknown";
type Row = readonly [
  what: string,
  resources: readonly TemplateResource[],
  expected: Exposed,
  /** What the internet meets that decides. */
  decides: string,
  otherwise?: Case["otherwise"],
];

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
const ROWS: readonly Row[] = [
  ["storage with nothing written", [service(STORAGE)], "open", "The firewall of s admits everyone."],
  [
    "storage switched off",
    [service(STORAGE, off)],
    "private",
    "The public side of s is closed (public network access is off).",
  ],
  [
    "storage that denies by default lets trusted services in",
    [service(STORAGE, acls("Deny"))],
    "selected",
    "The firewall of s refuses addresses that no rule names.",
  ],
  [
    "storage that denies, in lower case",
    [service(STORAGE, acls("deny", { bypass: "none" }))],
    "private",
    "The firewall of s refuses addresses that no rule names.",
  ],
  [
    "storage that allows by default with rules beside",
    [service(STORAGE, acls("Allow", { ipRules: [{ value: "203.0.113.5" }] }))],
    "open",
    "The firewall of s admits everyone.",
  ],
  [
    "storage that admits one address",
    [service(STORAGE, acls("Deny", { ipRules: [{ value: "203.0.113.5" }] }))],
    "selected",
    'The firewall of s refuses addresses that no rule names: only "203.0.113.5".',
  ],
  [
    "storage that admits both halves of the internet",
    [service(STORAGE, acls("Deny", { ipRules: [{ value: "0.0.0.0/1" }, { value: "128.0.0.0/1" }] }))],
    "open",
    "The firewall of s admits everyone.",
  ],
  [
    "storage switched off beats an open default action",
    [service(STORAGE, { ...off, ...acls("Allow") })],
    "private",
    "The public side of s is closed (public network access is off).",
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
    "The firewall of s refuses addresses that no rule names.",
  ],
  [
    "storage with a list of named resources that is empty",
    [service(STORAGE, acls("Deny", { bypass: "None", resourceAccessRules: [] }))],
    "private",
    "The firewall of s refuses addresses that no rule names.",
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
    "The firewall of s refuses addresses that no rule names.",
  ],
  [
    "storage with trusted services past its firewall",
    [service(STORAGE, acls("Deny", { bypass: "Logging, AzureServices" }))],
    "selected",
    "The firewall of s refuses addresses that no rule names.",
  ],
  [
    "storage with only logging past its firewall",
    [service(STORAGE, acls("Deny", { bypass: "Logging, Metrics" }))],
    "private",
    "The firewall of s refuses addresses that no rule names.",
  ],
  [
    "storage left to a perimeter",
    [service(STORAGE, { publicNetworkAccess: "SecuredByPerimeter" })],
    "private",
    "The public side of s is closed (public network access is off).",
  ],
  ["vault with nothing written", [service(VAULT)], "open", "The firewall of s admits everyone."],
  [
    "vault that denies",
    [service(VAULT, acls("Deny", { bypass: "None" }))],
    "private",
    "The firewall of s refuses addresses that no rule names.",
  ],
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
    "The firewall of s refuses addresses that no rule names.",
  ],
  [
    "SQL with nothing written admits nobody",
    [service("Microsoft.Sql/servers")],
    "private",
    "The firewall of s refuses addresses that no rule names.",
  ],
  [
    "SQL with the whole range",
    [sql("s"), sqlRule("s", "all", "0.0.0.0", "255.255.255.255")],
    "open",
    "The firewall of s admits everyone.",
  ],
  [
    "SQL with the whole range in two halves",
    [
      sql("s"),
      sqlRule("s", "a", "0.0.0.0", "127.255.255.255"),
      sqlRule("s", "b", "128.0.0.0", "255.255.255.255"),
    ],
    "open",
    "The firewall of s admits everyone.",
  ],
  [
    "SQL with the 0.0.0.0 rule",
    [sql("s"), sqlRule("s", "azure", "0.0.0.0")],
    "selected",
    'The firewall of s refuses addresses that no rule names: only "0.0.0.0" to "0.0.0.0".',
  ],
  [
    "SQL switched off with a dead whole range",
    [sql("s", off), sqlRule("s", "all", "0.0.0.0", "255.255.255.255")],
    "private",
    "The public side of s is closed (public network access is off).",
  ],
  [
    "PostgreSQL with an office range",
    [
      service(POSTGRES),
      child(`${POSTGRES}/firewallRules`, { startIpAddress: "203.0.113.0", endIpAddress: "203.0.113.255" }),
    ],
    "selected",
    'The firewall of s refuses addresses that no rule names: only "203.0.113.0" to "203.0.113.255".',
  ],
  [
    "PostgreSQL in a network",
    [
      service(POSTGRES, {
        network: { delegatedSubnetResourceId: id("Microsoft.Network/virtualNetworks/subnets", "v", "db") },
      }),
    ],
    "private",
    "The public side of s is closed (public network access is off).",
  ],
  ["Cosmos DB with nothing written", [service(COSMOS)], "open", "The firewall of s admits everyone."],
  [
    "Cosmos DB with addresses",
    [service(COSMOS, { ipRules: [{ ipAddressOrRange: "203.0.113.5" }] })],
    "selected",
    'The firewall of s refuses addresses that no rule names: only "203.0.113.5".',
  ],
  [
    "Cosmos DB with old comma-separated addresses",
    [service(COSMOS, { ipRangeFilter: "203.0.113.5,203.0.113.6" })],
    "selected",
    'The firewall of s refuses addresses that no rule names: only "203.0.113.5", "203.0.113.6".',
  ],
  [
    "Cosmos DB that filters by network without any",
    [service(COSMOS, { isVirtualNetworkFilterEnabled: true })],
    "private",
    "The firewall of s refuses addresses that no rule names.",
  ],
  [
    "Cosmos DB with the 0.0.0.0 entry",
    [service(COSMOS, { ipRules: [{ ipAddressOrRange: "0.0.0.0" }] })],
    "selected",
    'The firewall of s refuses addresses that no rule names: only "0.0.0.0".',
  ],
  [
    "Service Bus without rules",
    [service(BUS, {}, { sku: { name: "Premium" } })],
    "open",
    "The firewall of s admits everyone.",
  ],
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
    'The firewall of s refuses addresses that no rule names: only "203.0.113.5".',
  ],
  [
    "Service Bus whose rule set closes it",
    [service(BUS), child(`${BUS}/networkRuleSets`, { publicNetworkAccess: "Disabled" }, "s/default")],
    "private",
    "The public side of s is closed (public network access is off).",
  ],
  [
    "Event Hubs whose rule set allows",
    [service(HUBS), child(`${HUBS}/networkRuleSets`, { defaultAction: "Allow" }, "s/default")],
    "open",
    "The firewall of s admits everyone.",
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
    "The firewall of s refuses addresses that no rule names.",
  ],
  ["search without rules", [service(SEARCH)], "open", "The firewall of s admits everyone."],
  [
    "search with one address",
    [service(SEARCH, { networkRuleSet: { ipRules: [{ value: "203.0.113.5" }], bypass: "None" } })],
    "selected",
    'The firewall of s refuses addresses that no rule names: only "203.0.113.5".',
  ],
  [
    "search with an empty list",
    [service(SEARCH, { networkRuleSet: { ipRules: [] } })],
    "open",
    "The firewall of s admits everyone.",
  ],
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
    "The firewall of s refuses addresses that no rule names.",
  ],
  [
    "registry with nothing written",
    [service(REGISTRY, {}, { sku: { name: "Premium" } })],
    "open",
    "The firewall of s admits everyone.",
  ],
  [
    "AI services that deny",
    [service(AI, { ...on, ...acls("Deny", { bypass: "None" }) }, { kind: "OpenAI" })],
    "private",
    "The firewall of s refuses addresses that no rule names.",
  ],
  [
    "AI services with nothing written",
    [service(AI, {}, { kind: "OpenAI" })],
    "open",
    "The firewall of s admits everyone.",
  ],
  ["Redis with nothing written", [service(REDIS)], "open", "The firewall of s admits everyone."],
  [
    "Redis with a rule",
    [service(REDIS), child(`${REDIS}/firewallRules`, { startIP: "203.0.113.5", endIP: "203.0.113.5" })],
    "selected",
    'The firewall of s refuses addresses that no rule names: only "203.0.113.5" to "203.0.113.5".',
  ],
  [
    "Redis in a network",
    [service(REDIS, { subnetId: id("Microsoft.Network/virtualNetworks/subnets", "v", "r") })],
    "private",
    "The public side of s is closed (it lies inside the network or an enforced perimeter closes it).",
  ],
  [
    "SignalR that denies but lets client connections in",
    [
      service(SIGNALR, {
        networkACLs: { defaultAction: "Deny", publicNetwork: { allow: ["ClientConnection"] } },
      }),
    ],
    "open",
    "The firewall of s admits everyone.",
  ],
  [
    "SignalR that denies",
    [service(SIGNALR, { networkACLs: { defaultAction: "Deny", publicNetwork: { allow: [] } } })],
    "private",
    "The firewall of s refuses addresses that no rule names.",
  ],
  ["a site with nothing written", [service(SITES)], "open", "The firewall of s admits everyone."],
  [
    "a site that is off in its configuration",
    [service(SITES, { siteConfig: off })],
    "private",
    "The public side of s is closed (public network access is off).",
  ],
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
    'The firewall of s refuses addresses that no rule names: only "203.0.113.5/32".',
    {
      azurerm: {
        expected: "allowed public",
        decides: "admits everyone",
        because: "the provider sends Allow as what happens to the rest",
      },
    },
  ],
  [
    "a configuration store with nothing written",
    [service(STORE)],
    "open",
    "The firewall of s admits everyone.",
  ],
  [
    "automation is a boolean",
    [service("Microsoft.Automation/automationAccounts", { publicNetworkAccess: false })],
    "private",
    "The public side of s is closed (public network access is off).",
  ],
  [
    "file sync speaks of its traffic policy",
    [
      service("Microsoft.StorageSync/storageSyncServices", {
        incomingTrafficPolicy: "AllowVirtualNetworksOnly",
      }),
    ],
    "private",
    "The public side of s is closed (public network access is off).",
  ],
  [
    "machine learning without a documented default",
    [service("Microsoft.MachineLearningServices/workspaces")],
    "unknown",
    "It cannot be told whether public network access to s is on: it depends on what properties.publicNetworkAccess is by default.",
    {
      azurerm: {
        expected: "allowed public",
        decides: "Public network access to s is on.",
        because: "the provider sends what its documentation gives as the default",
      },
    },
  ],
  [
    "a firewall address nobody knows",
    [service(STORAGE, acls("Deny", { ipRules: [{ value: "[parameters('address')]" }] }))],
    "unknown",
    "It cannot be told whether the firewall of s admits everyone",
  ],
  [
    "a switch nobody knows",
    [service(VAULT, { publicNetworkAccess: "[parameters('access')]" })],
    "unknown",
    "It cannot be told whether public network access to s is on",
  ],
  [
    "a switch that says nothing",
    [service("Microsoft.Purview/accounts", { publicNetworkAccess: "NotSpecified" })],
    "unknown",
    'It cannot be told whether public network access to s is on: it depends on what "NotSpecified" means for properties.publicNetworkAccess.',
  ],
  [
    "a switch nobody knows on a closed firewall",
    [service(VAULT, { publicNetworkAccess: "[parameters('access')]", ...acls("Deny", { bypass: "None" }) })],
    "private",
    "The firewall of s refuses addresses that no rule names.",
  ],
];

describe("the exposure of a service", () => {
  /** What the internet gets of it. */
  const VERDICTS: Readonly<Record<Exposed, string>> = {
    open: "allowed public",
    selected: "blocked",
    private: "blocked",
    unknown: "unknown public",
  };
  const cases = ROWS.map(([what, resources, exposed, decides, otherwise]) => ({
    ...{
      what,
      from: "internet",
      to: "s",
      expected: VERDICTS[exposed],
      decides,
      resources,
      otherwise,
      exposed,
    },
    parameters: { address: { type: "string" }, access: { type: "string" } },
  }));
  truthTable(cases, ({ services }, one, language) => {
    const { open, selected, privateOnly } =
      services.find(({ resource }) => resource.mode === "declared")?.exposure ?? fail();
    const name = (["open", "selected", "private"] as const).find((_, at) =>
      isYes([open, selected, privateOnly][at] as Truth),
    );
    if (!one.otherwise?.[language]) expect(name ?? "unknown").toBe(one.exposed);
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
    expect(await decides(service("Microsoft.MachineLearningServices/workspaces"))).toBe(
      "properties.publicNetworkAccess: whether public network access is on by default is not known",
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
