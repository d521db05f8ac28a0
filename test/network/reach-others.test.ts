import type { NetworkSettings } from "../../src/network/index.ts";
import {
  BLOB_ZONE,
  delegatedTo,
  endpoint,
  endpointsFor,
  estate,
  guarded,
  id,
  nic,
  nsg,
  peered,
  publicAddress,
  resolver,
  routed,
  routes,
  sql,
  sqlRule,
  storage,
  subnetId,
  vnet,
  vpn,
  zone,
} from "./estate.ts";
import type { TemplateResource } from "./stack.ts";

type Resources = readonly (TemplateResource | readonly TemplateResource[])[];
type Case = readonly [
  what: string,
  expected: string,
  resources: Resources,
  settings?: Partial<NetworkSettings>,
];

const STORAGE = "Microsoft.Storage/storageAccounts";
const closed = { publicNetworkAccess: "Disabled" };

describe("on-premises and a storage account", () => {
  const spoke = vnet("v", "10.0.0.0/16", { pe: { addressPrefix: "10.0.2.0/24" } });
  const hub = vnet("hub", "10.9.0.0/16", {
    GatewaySubnet: { addressPrefix: "10.9.0.0/27" },
    inbound: { addressPrefix: "10.9.1.0/28", ...delegatedTo("Microsoft.Network/dnsResolvers") },
  });
  const transit = peered("hub", "v", { allowGatewayTransit: true }, { useRemoteGateways: true });
  const toBlob = endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob", BLOB_ZONE);
  const landing = [hub, spoke, vpn("hub"), transit, toBlob, zone(BLOB_ZONE, "v", "hub")];
  const deny = (more: Readonly<Record<string, unknown>> = {}) =>
    storage("data", { networkAcls: { defaultAction: "Deny", bypass: "None", ...more } });
  const office = { onPremisesEgress: ["203.0.113.0/24"] };
  const cases: readonly Case[] = [
    [
      "resolver, transit, linked zone",
      "allowed private-endpoint",
      [...landing, resolver("hub", "inbound"), storage("data", closed)],
    ],
    ["no forwarder, public side closed", "blocked", [...landing, storage("data", closed)]],
    ["no forwarder, public side open", "allowed public", [...landing, storage("data")]],
    [
      "a forwarder in a network that is not linked",
      "blocked",
      [
        hub,
        spoke,
        vpn("hub"),
        transit,
        toBlob,
        zone(BLOB_ZONE, "v"),
        resolver("hub", "inbound"),
        storage("data", closed),
      ],
    ],
    [
      "no transit to the endpoint's network",
      "blocked",
      [
        hub,
        spoke,
        vpn("hub"),
        peered("hub", "v"),
        toBlob,
        zone(BLOB_ZONE, "v", "hub"),
        resolver("hub", "inbound"),
        storage("data", closed),
      ],
    ],
    [
      "transit on one half only",
      "blocked",
      [
        hub,
        spoke,
        vpn("hub"),
        peered("hub", "v", {}, { useRemoteGateways: true }),
        toBlob,
        zone(BLOB_ZONE, "v", "hub"),
        resolver("hub", "inbound"),
        storage("data", closed),
      ],
    ],
    [
      "expected without a gateway: private ways cannot be told",
      "unknown private-endpoint",
      [
        hub,
        spoke,
        transit,
        toBlob,
        zone(BLOB_ZONE, "v", "hub"),
        resolver("hub", "inbound"),
        storage("data", closed),
      ],
      { onPremises: "expected" },
    ],
    [
      "service endpoint rules never admit it",
      "blocked",
      [hub, spoke, vpn("hub"), deny({ virtualNetworkRules: [{ id: subnetId("v", "pe") }] })],
      office,
    ],
    [
      "its declared egress is admitted",
      "allowed public",
      [hub, vpn("hub"), deny({ ipRules: [{ value: "203.0.113.0/24" }] })],
      office,
    ],
    [
      "its egress is admitted by two rules together",
      "allowed public",
      [hub, vpn("hub"), deny({ ipRules: [{ value: "203.0.113.0/25" }, { value: "203.0.113.128/25" }] })],
      office,
    ],
    [
      "part of its egress is admitted",
      "unknown public",
      [hub, vpn("hub"), deny({ ipRules: [{ value: "203.0.113.0/25" }] })],
      office,
    ],
    [
      "none of its egress is admitted",
      "blocked",
      [hub, vpn("hub"), deny({ ipRules: [{ value: "198.51.100.7" }] })],
      office,
    ],
    [
      "egress not declared, some address admitted",
      "unknown public",
      [hub, vpn("hub"), deny({ ipRules: [{ value: "198.51.100.7" }] })],
    ],
    ["egress not declared, no address admitted", "blocked", [hub, vpn("hub"), deny()]],
  ];
  const told = cases.map(
    ([what, expected, resources, settings = {}]) => [what, expected, resources, settings] as const,
  );
  test.each(told)("%s: %s", async (_, expected, resources, settings) => {
    const { reach, why } = await estate(resources, settings);
    expect([reach("on-premises", "data", "blob"), why("on-premises", "data", "blob")]).toEqual([
      expected,
      expect.anything(),
    ]);
  });

  test("a gateway whose only connection joins two networks of the stack is none", async () => {
    const gateway = (network: string): TemplateResource => vpn(network)[0] as TemplateResource;
    const { network } = await estate([
      hub,
      vnet("other", "10.8.0.0/16", { GatewaySubnet: { addressPrefix: "10.8.0.0/27" } }),
      gateway("hub"),
      gateway("other"),
      {
        type: "Microsoft.Network/connections",
        name: "both",
        properties: {
          connectionType: "Vnet2Vnet",
          virtualNetworkGateway1: { id: id("Microsoft.Network/virtualNetworkGateways", "hub-vpn") },
          virtualNetworkGateway2: { id: id("Microsoft.Network/virtualNetworkGateways", "other-vpn") },
        },
      },
    ]);
    expect(network.onPremises.state).toBe("none");
    expect(network.reach.sources.map(({ kind }) => kind)).not.toContain("on-premises");
  });

  test("a gateway subnet alone is none, point-to-site clients are", async () => {
    expect((await estate([hub])).network.onPremises.state).toBe("none");
    const gateway = vpn("hub")[0] as { readonly properties: object } & TemplateResource;
    const { network } = await estate([
      hub,
      {
        ...gateway,
        properties: {
          ...gateway.properties,
          vpnClientConfiguration: { vpnClientAddressPool: { addressPrefixes: ["172.16.0.0/24"] } },
        },
      },
    ]);
    expect(network.onPremises.state).toBe("seen");
  });
});

describe("trusted services and other tenants", () => {
  const cases: readonly (readonly [string, string, string, Resources])[] = [
    [
      "a bypass lets trusted services in",
      "trusted-services",
      "allowed public",
      [storage("data", { networkAcls: { defaultAction: "Deny", bypass: "AzureServices" } })],
    ],
    [
      "no bypass",
      "trusted-services",
      "blocked",
      [storage("data", { networkAcls: { defaultAction: "Deny", bypass: "None" } })],
    ],
    [
      "no bypass on an open account",
      "trusted-services",
      "allowed public",
      [storage("data", { networkAcls: { defaultAction: "Allow", bypass: "None" } })],
    ],
    [
      "public access off: the catalogue does not know",
      "trusted-services",
      "unknown public",
      [storage("data", closed)],
    ],
    ["other tenants get into an open account", "any-azure", "allowed public", [storage("data")]],
    [
      "other tenants are refused by a closed firewall",
      "any-azure",
      "blocked",
      [storage("data", { networkAcls: { defaultAction: "Deny" } })],
    ],
    [
      "other tenants get in by the 0.0.0.0 rule",
      "any-azure",
      "allowed public",
      [sql("data"), sqlRule("data", "azure", "0.0.0.0")],
    ],
    [
      "the 0.0.0.0 rule is not the internet",
      "internet",
      "blocked",
      [sql("data"), sqlRule("data", "azure", "0.0.0.0")],
    ],
    [
      "the internet gets in by the whole range",
      "internet",
      "allowed public",
      [sql("data"), sqlRule("data", "all", "0.0.0.0", "255.255.255.255")],
    ],
    [
      "an office range is not the internet",
      "internet",
      "blocked",
      [sql("data"), sqlRule("data", "office", "203.0.113.0", "203.0.113.255")],
    ],
  ];
  test.each(cases)("%s (%s): %s", async (_, from, expected, resources) => {
    const { reach } = await estate(resources);
    expect(reach(from, "data")).toBe(expected);
  });

  test("a type without a bypass has no row for trusted services", async () => {
    const { reach } = await estate([sql("data")]);
    expect(() => reach("trusted-services", "data")).toThrow("No row");
  });
});

describe("an interface", () => {
  const net = (
    more: Readonly<Record<string, unknown>> = {},
    others: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
  ) => vnet("v", "10.0.0.0/16", { vm: { addressPrefix: "10.0.1.0/24", ...more }, ...others });
  const ssh = nsg("g", ["Allow", "Inbound", "Internet", "*", "22"]);
  const cases: readonly (readonly [string, string, string, Resources])[] = [
    [
      "with a public address and an open group",
      "internet",
      "allowed public",
      [net(guarded("g")), ssh, publicAddress("ip"), nic("vm", ["v", "vm"], { address: "ip" })],
    ],
    ["without a public address", "internet", "blocked", [net(guarded("g")), ssh, nic("vm", ["v", "vm"])]],
    [
      "with a public address and the default rules",
      "internet",
      "blocked",
      [net(guarded("g")), nsg("g"), publicAddress("ip"), nic("vm", ["v", "vm"], { address: "ip" })],
    ],
    [
      "with a Standard address and no group",
      "internet",
      "blocked",
      [net(), publicAddress("ip"), nic("vm", ["v", "vm"], { address: "ip" })],
    ],
    [
      "with a Basic address and no group",
      "internet",
      "allowed public",
      [net(), publicAddress("ip", "Basic"), nic("vm", ["v", "vm"], { address: "ip" })],
    ],
    [
      "a deny above the allow",
      "internet",
      "blocked",
      [
        net(guarded("g")),
        nsg("g", ["Deny", "Inbound", "*", "*", "*", "*"], ["Allow", "Inbound", "Internet", "*", "22"]),
        publicAddress("ip"),
        nic("vm", ["v", "vm"], { address: "ip" }),
      ],
    ],
    [
      "an office range only",
      "internet",
      "blocked",
      [
        net(guarded("g")),
        nsg("g", ["Allow", "Inbound", "203.0.113.0/24", "*", "22"]),
        publicAddress("ip"),
        nic("vm", ["v", "vm"], { address: "ip" }),
      ],
    ],
    [
      "both halves of the internet by two rules",
      "internet",
      "allowed public",
      [
        net(guarded("g")),
        nsg(
          "g",
          ["Allow", "Inbound", "0.0.0.0/1", "*", "22"],
          ["Allow", "Inbound", "128.0.0.0/1", "*", "22"],
        ),
        publicAddress("ip"),
        nic("vm", ["v", "vm"], { address: "ip" }),
      ],
    ],
    [
      "the halves on different ports",
      "internet",
      "blocked",
      [
        net(guarded("g")),
        nsg(
          "g",
          ["Allow", "Inbound", "0.0.0.0/1", "*", "22"],
          ["Allow", "Inbound", "128.0.0.0/1", "*", "80"],
        ),
        publicAddress("ip"),
        nic("vm", ["v", "vm"], { address: "ip" }),
      ],
    ],
    [
      "two groups that open different ports",
      "internet",
      "blocked",
      [
        net(guarded("g")),
        ssh,
        nsg("h", ["Allow", "Inbound", "*", "*", "443"]),
        publicAddress("ip"),
        nic("vm", ["v", "vm"], { address: "ip", nsg: "h" }),
      ],
    ],
    [
      "two groups that open the same port",
      "internet",
      "allowed public",
      [
        net(guarded("g")),
        ssh,
        nsg("h", ["Allow", "Inbound", "*", "*", "20-30"]),
        publicAddress("ip"),
        nic("vm", ["v", "vm"], { address: "ip", nsg: "h" }),
      ],
    ],
    [
      "the tag of the cloud admits other tenants",
      "any-azure",
      "allowed public",
      [
        net(guarded("g")),
        nsg("g", ["Allow", "Inbound", "AzureCloud", "*", "443"]),
        publicAddress("ip"),
        nic("vm", ["v", "vm"], { address: "ip" }),
      ],
    ],
    [
      "the tag of the cloud is not the internet",
      "internet",
      "blocked",
      [
        net(guarded("g")),
        nsg("g", ["Allow", "Inbound", "AzureCloud", "*", "443"]),
        publicAddress("ip"),
        nic("vm", ["v", "vm"], { address: "ip" }),
      ],
    ],
    [
      "the tag of a region admits other tenants there",
      "any-azure",
      "allowed public",
      [
        net(guarded("g")),
        nsg("g", ["Allow", "Inbound", "AzureCloud.WestEurope", "*", "443"]),
        publicAddress("ip"),
        nic("vm", ["v", "vm"], { address: "ip" }),
      ],
    ],
    [
      "from a subnet of its network",
      "app",
      "allowed injected",
      [net(guarded("g"), { app: { addressPrefix: "10.0.5.0/24" } }), nsg("g"), nic("vm", ["v", "vm"])],
    ],
    [
      "from a subnet that its group denies",
      "app",
      "blocked",
      [
        net(guarded("g"), { app: { addressPrefix: "10.0.5.0/24" } }),
        nsg("g", ["Deny", "Inbound", "10.0.5.0/24", "*", "*", "*"]),
        nic("vm", ["v", "vm"]),
      ],
    ],
    [
      "from a subnet that its group denies by a larger range",
      "app",
      "blocked",
      [
        net(guarded("g"), { app: { addressPrefix: "10.0.5.0/24" } }),
        nsg("g", ["Deny", "Inbound", "10.0.0.0/8", "*", "*", "*"]),
        nic("vm", ["v", "vm"]),
      ],
    ],
    [
      "from a network that is not peered",
      "app",
      "blocked",
      [net(), vnet("w", "10.1.0.0/16", { app: { addressPrefix: "10.1.1.0/24" } }), nic("vm", ["v", "vm"])],
    ],
    [
      "from a peered network",
      "app",
      "allowed injected",
      [
        net(),
        vnet("w", "10.1.0.0/16", { app: { addressPrefix: "10.1.1.0/24" } }),
        peered("v", "w"),
        nic("vm", ["v", "vm"]),
      ],
    ],
    [
      "from a peered network that the network's tag is denied to",
      "app",
      "blocked",
      [
        net(guarded("g")),
        nsg("g", ["Deny", "Inbound", "VirtualNetwork", "*", "*", "*"]),
        vnet("w", "10.1.0.0/16", { app: { addressPrefix: "10.1.1.0/24" } }),
        peered("v", "w"),
        nic("vm", ["v", "vm"]),
      ],
    ],
  ];
  test.each(cases)("%s (%s): %s", async (_, from, expected, resources) => {
    const { reach, why } = await estate(resources);
    expect([reach(from, "vm"), why(from, "vm")]).toEqual([expected, expect.anything()]);
  });
});

describe("a firewall in the hub", () => {
  const hub = vnet("hub", "10.9.0.0/16", { AzureFirewallSubnet: { addressPrefix: "10.9.1.0/26" } });
  const firewall = (...rules: readonly Readonly<Record<string, unknown>>[]): readonly TemplateResource[] => [
    { type: "Microsoft.Network/firewallPolicies", name: "policy", location: "westeurope", properties: {} },
    {
      type: "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
      name: "policy/rules",
      properties: {
        priority: 100,
        ruleCollections: [
          {
            ruleCollectionType: "FirewallPolicyFilterRuleCollection",
            name: "c",
            priority: 100,
            action: { type: "Allow" },
            rules,
          },
        ],
      },
    },
    {
      type: "Microsoft.Network/azureFirewalls",
      name: "fw",
      location: "westeurope",
      properties: {
        firewallPolicy: { id: id("Microsoft.Network/firewallPolicies", "policy") },
        ipConfigurations: [
          { name: "c", properties: { subnet: { id: subnetId("hub", "AzureFirewallSubnet") } } },
        ],
      },
    },
  ];
  const spokes = [
    hub,
    vnet("a", "10.1.0.0/16", { app: { addressPrefix: "10.1.1.0/24", ...routed("rt") } }),
    vnet("b", "10.2.0.0/16", { vm: { addressPrefix: "10.2.1.0/24" } }),
    routes("rt", ["0.0.0.0/0", "VirtualAppliance", "10.9.1.4"]),
    nic("vm", ["b", "vm"]),
  ];
  const forwarded = { allowForwardedTraffic: true };
  const joined = [peered("hub", "a", forwarded, forwarded), peered("hub", "b", forwarded, forwarded)];
  const pass = {
    ruleType: "NetworkRule",
    ipProtocols: ["TCP"],
    sourceAddresses: ["10.1.0.0/16"],
    destinationAddresses: ["10.2.0.0/16"],
    destinationPorts: ["443"],
  };
  const { sourceAddresses: _from, destinationAddresses: _to, ...rest } = pass;
  const grouped = {
    ...rest,
    sourceIpGroups: [id("Microsoft.Network/ipGroups", "from")],
    destinationIpGroups: [id("Microsoft.Network/ipGroups", "to")],
  };
  const group = (name: string, ...ipAddresses: readonly string[]): TemplateResource => ({
    type: "Microsoft.Network/ipGroups",
    name,
    location: "westeurope",
    properties: { ipAddresses },
  });

  test.each<readonly [string, string, Resources]>([
    ["a rule lets one spoke reach the other", "allowed injected", [...spokes, ...joined, firewall(pass)]],
    ["no rule, no way", "blocked", [...spokes, ...joined, firewall()]],
    [
      "forwarded traffic is not accepted",
      "blocked",
      [...spokes, peered("hub", "a", forwarded, forwarded), peered("hub", "b"), firewall(pass)],
    ],
    [
      "groups of addresses let it through",
      "allowed injected",
      [...spokes, ...joined, firewall(grouped), group("from", "10.1.0.0/16"), group("to", "10.2.0.0/16")],
    ],
    [
      "a group holds other addresses",
      "blocked",
      [...spokes, ...joined, firewall(grouped), group("from", "10.7.0.0/16"), group("to", "10.2.0.0/16")],
    ],
    [
      "a group is empty",
      "blocked",
      [...spokes, ...joined, firewall(grouped), group("from"), group("to", "10.2.0.0/16")],
    ],
    [
      "a group lies elsewhere",
      "unknown injected",
      [...spokes, ...joined, firewall(grouped), group("to", "10.2.0.0/16")],
    ],
  ])("%s: %s", async (_, expected, resources) => {
    const { reach, why } = await estate(resources);
    expect([reach("app", "vm"), why("app", "vm")]).toEqual([expected, expect.anything()]);
  });

  const web = {
    ruleType: "ApplicationRule",
    protocols: [{ protocolType: "Https", port: 443 }],
    sourceAddresses: ["*"],
  };
  test.each<readonly [string, string, Resources]>([
    [
      "an application rule names the account",
      "allowed public",
      [
        ...spokes,
        ...joined,
        firewall({ ...web, targetFqdns: ["data.blob.core.windows.net"] }),
        storage("data"),
      ],
    ],
    [
      "a wildcard covers it",
      "allowed public",
      [...spokes, ...joined, firewall({ ...web, targetFqdns: ["*.blob.core.windows.net"] }), storage("data")],
    ],
    [
      "another name does not",
      "blocked",
      [
        ...spokes,
        ...joined,
        firewall({ ...web, targetFqdns: ["other.blob.core.windows.net"] }),
        storage("data"),
      ],
    ],
    [
      "a network rule names the service's tag",
      "allowed public",
      [...spokes, ...joined, firewall({ ...pass, destinationAddresses: ["Storage"] }), storage("data")],
    ],
    [
      "the tag of another service does not",
      "blocked",
      [...spokes, ...joined, firewall({ ...pass, destinationAddresses: ["Sql"] }), storage("data")],
    ],
    ["nothing is allowed", "blocked", [...spokes, ...joined, firewall(), storage("data")]],
  ])("to the public side of a service: %s: %s", async (_, expected, resources) => {
    const { reach, why } = await estate(resources);
    expect([reach("app", "data", "blob"), why("app", "data", "blob")]).toEqual([expected, expect.anything()]);
  });
});

describe("dedicated services", () => {
  const mi = (more: Readonly<Record<string, unknown>> = {}): TemplateResource => ({
    type: "Microsoft.Sql/managedInstances",
    name: "mi",
    location: "westeurope",
    properties: { subnetId: subnetId("v", "mi"), ...more },
  });
  const net = (rules: TemplateResource) => [
    vnet("v", "10.0.0.0/16", {
      mi: { addressPrefix: "10.0.1.0/24", ...delegatedTo("Microsoft.Sql/managedInstances"), ...guarded("g") },
      app: { addressPrefix: "10.0.2.0/24" },
    }),
    rules,
  ];
  const opens = nsg("g", ["Allow", "Inbound", "Internet", "*", "3342"]);
  test.each<readonly [string, string, string, Resources]>([
    ["a managed instance without public endpoint", "internet", "blocked", [...net(opens), mi()]],
    [
      "with its public endpoint and an open group",
      "internet",
      "allowed public",
      [...net(opens), mi({ publicDataEndpointEnabled: true })],
    ],
    [
      "with its public endpoint behind the default rules",
      "internet",
      "blocked",
      [...net(nsg("g")), mi({ publicDataEndpointEnabled: true })],
    ],
    ["from the same network", "app", "allowed injected", [...net(nsg("g")), mi()]],
    [
      "from a peered network",
      "peer",
      "allowed injected",
      [
        ...net(nsg("g")),
        mi(),
        vnet("w", "10.1.0.0/16", { peer: { addressPrefix: "10.1.1.0/24" } }),
        peered("v", "w"),
      ],
    ],
    [
      "from a network that is not peered",
      "peer",
      "blocked",
      [...net(nsg("g")), mi(), vnet("w", "10.1.0.0/16", { peer: { addressPrefix: "10.1.1.0/24" } })],
    ],
    [
      "from on-premises, over the gateway of a peered hub",
      "on-premises",
      "allowed injected",
      [
        ...net(nsg("g")),
        mi(),
        vnet("hub", "10.9.0.0/16", { GatewaySubnet: { addressPrefix: "10.9.0.0/27" } }),
        vpn("hub"),
        peered("hub", "v", { allowGatewayTransit: true }, { useRemoteGateways: true }),
      ],
    ],
    [
      "from on-premises, where the hub's gateway is not shared",
      "on-premises",
      "blocked",
      [
        ...net(nsg("g")),
        mi(),
        vnet("hub", "10.9.0.0/16", { GatewaySubnet: { addressPrefix: "10.9.0.0/27" } }),
        vpn("hub"),
        peered("hub", "v"),
      ],
    ],
    [
      "from the same network, refused",
      "app",
      "blocked",
      [...net(nsg("g", ["Deny", "Inbound", "10.0.2.0/24", "*", "1433"])), mi()],
    ],
  ])("%s (%s): %s", async (_, from, expected, resources) => {
    const { reach, why } = await estate(resources);
    expect([reach(from, "mi"), why(from, "mi")]).toEqual([expected, expect.anything()]);
  });

  test("an injected server needs its zone linked where it is asked", async () => {
    const resources = (...linked: readonly string[]) => [
      vnet("v", "10.0.0.0/16", {
        db: { addressPrefix: "10.0.1.0/24", ...delegatedTo("Microsoft.DBforPostgreSQL/flexibleServers") },
      }),
      vnet("w", "10.1.0.0/16", { app: { addressPrefix: "10.1.2.0/24", ...endpointsFor() } }),
      peered("v", "w"),
      zone("pg.postgres.database.azure.com", ...linked),
      {
        type: "Microsoft.DBforPostgreSQL/flexibleServers",
        name: "pg",
        location: "westeurope",
        properties: {
          network: {
            delegatedSubnetResourceId: subnetId("v", "db"),
            privateDnsZoneArmResourceId: id(
              "Microsoft.Network/privateDnsZones",
              "pg.postgres.database.azure.com",
            ),
          },
        },
      },
    ];
    expect((await estate(resources("v", "w"))).reach("app", "pg")).toBe("allowed injected");
    expect((await estate(resources("v"))).reach("app", "pg")).toBe("blocked");
    expect((await estate(resources("v", "w"))).reach("internet", "pg")).toBe("blocked");
  });
});

describe("the API server of a private cluster", () => {
  const cluster = (more: Readonly<Record<string, unknown>> = {}): TemplateResource => ({
    type: "Microsoft.ContainerService/managedClusters",
    name: "aks",
    location: "westeurope",
    properties: {
      agentPoolProfiles: [{ name: "system", vnetSubnetID: subnetId("v", "nodes") }],
      apiServerAccessProfile: { enablePrivateCluster: true, ...more },
    },
  });
  const nets = [
    vnet("v", "10.0.0.0/16", {
      nodes: { addressPrefix: "10.0.1.0/24" },
      jump: { addressPrefix: "10.0.2.0/24" },
    }),
    vnet("w", "10.1.0.0/16", { far: { addressPrefix: "10.1.1.0/24" } }),
    peered("v", "w"),
  ];
  const own = "privatelink.westeurope.azmk8s.io";
  const withZone = { privateDNSZone: id("Microsoft.Network/privateDnsZones", own) };
  test.each<readonly [string, string, string, Resources]>([
    ["from the nodes' network", "jump", "allowed private-endpoint", [...nets, cluster()]],
    ["from the internet", "internet", "blocked", [...nets, cluster()]],
    [
      "from a peered network, with Azure's own zone",
      "far",
      "blocked",
      [...nets, cluster({ privateDNSZone: "System" })],
    ],
    [
      "from a peered network, with a zone that is linked there",
      "far",
      "allowed private-endpoint",
      [...nets, cluster(withZone), zone(own, "v", "w")],
    ],
    [
      "from a peered network, with a zone that is not linked there",
      "far",
      "blocked",
      [...nets, cluster(withZone), zone(own, "v")],
    ],
    [
      "from a peered network, by a public name for the private address",
      "far",
      "allowed private-endpoint",
      [...nets, cluster({ privateDNSZone: "None" })],
    ],
  ])("%s (%s): %s", async (_, from, expected, resources) => {
    const { reach, why } = await estate(resources);
    expect([reach(from, "aks"), why(from, "aks")]).toEqual([expected, expect.anything()]);
  });
});

describe("what stands under a condition", () => {
  const flag = { parameters: { flag: { type: "bool" } } };
  const condition = "[parameters('flag')]";

  test("a target is asked about as if it existed", async () => {
    const { reach } = await estate([{ ...storage("data"), condition }], {}, flag);
    expect(reach("internet", "data")).toBe("allowed public");
  });

  test("what stands under the target's own condition stands with it", async () => {
    const [made, group] = endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob", BLOB_ZONE) as readonly [
      TemplateResource,
      TemplateResource,
    ];
    const shared = [
      vnet("v", "10.0.0.0/16", {
        app: { addressPrefix: "10.0.1.0/24" },
        pe: { addressPrefix: "10.0.2.0/24" },
      }),
      zone(BLOB_ZONE, "v"),
    ];
    const with_ = (target: TemplateResource) => [
      ...shared,
      target,
      { ...made, condition },
      { ...group, condition },
    ];
    const account = storage("data", closed);
    expect((await estate(with_({ ...account, condition }), {}, flag)).reach("app", "data", "blob")).toBe(
      "allowed private-endpoint",
    );
    expect((await estate(with_(account), {}, flag)).reach("app", "data", "blob")).toBe("unknown");
  });

  test("what does not exist is neither source nor target", async () => {
    const { network } = await estate([{ ...storage("data"), condition: false }]);
    expect(network.reach.targets).toEqual([]);
  });

  test("a subnet outside the stack is a source where it is named", async () => {
    const outside =
      "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/far";
    const { reach, network } = await estate([
      storage("data", {
        networkAcls: { defaultAction: "Deny", bypass: "None", virtualNetworkRules: [{ id: outside }] },
      }),
    ]);
    expect(network.reach.sources.filter(({ kind }) => kind === "subnet")).toEqual([]);
    expect(reach("far", "data", "blob")).toBe("unknown");
  });
});

test("where Azure Policy attaches zone groups, an endpoint without one resolves", async () => {
  const resources = [
    vnet("v", "10.0.0.0/16", { app: { addressPrefix: "10.0.1.0/24" }, pe: { addressPrefix: "10.0.2.0/24" } }),
    storage("data", closed),
    endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob"),
  ];
  expect((await estate(resources)).reach("app", "data", "blob")).toBe("blocked");
  expect((await estate(resources, { privateDns: "policy" })).reach("app", "data", "blob")).toBe(
    "allowed private-endpoint",
  );
});
