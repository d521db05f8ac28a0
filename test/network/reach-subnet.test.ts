import {
  BLOB_ZONE,
  delegatedTo,
  endpoint,
  endpointsFor,
  estate,
  guarded,
  id,
  nsg,
  peered,
  resolver,
  routed,
  routes,
  SQL_ZONE,
  sql,
  sqlNetworkRule,
  sqlRule,
  storage,
  subnetId,
  vnet,
  zone,
} from "./estate.ts";
import type { TemplateResource } from "./stack.ts";

type Resources = readonly (TemplateResource | readonly TemplateResource[])[];
type Case = readonly [what: string, expected: string, resources: Resources, group?: string];

const app = { addressPrefix: "10.0.1.0/24" };
const pe = { addressPrefix: "10.0.2.0/24" };
const plain = vnet("v", "10.0.0.0/16", { app, pe });
const STORAGE = "Microsoft.Storage/storageAccounts";
const closed = { publicNetworkAccess: "Disabled" };
const toBlob = (more: Readonly<Record<string, unknown>> = {}) =>
  endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob", BLOB_ZONE, more);
const open = storage("data");
const deny = (more: Readonly<Record<string, unknown>> = {}) =>
  storage("data", { networkAcls: { defaultAction: "Deny", bypass: "None", ...more } });

/** The cases with the group that is asked for: blob unless they say another. */
const told = (cases: readonly Case[]) =>
  cases.map(([what, expected, resources, group = "blob"]) => [what, expected, resources, group] as const);

async function check(resources: Resources, group: string, expected: string): Promise<void> {
  const found = await estate(
    resources,
    {},
    { parameters: { any: { type: "string" }, flag: { type: "bool" } } },
  );
  expect([found.reach("app", "data", group), found.why("app", "data", group)]).toEqual([
    expected,
    expect.anything(),
  ]);
}

const hubResolver = [
  vnet("hub", "10.9.0.0/16", {
    inbound: { addressPrefix: "10.9.1.0/28", ...delegatedTo("Microsoft.Network/dnsResolvers") },
  }),
  resolver("hub", "inbound", "10.9.1.4"),
];

/** A ruleset that is linked to the clients' network. */
function forwardingTo(server: string, domainName: string): readonly TemplateResource[] {
  return [
    {
      type: "Microsoft.Network/dnsForwardingRulesets",
      name: "rules",
      properties: { dnsResolverOutboundEndpoints: [] },
    },
    {
      type: "Microsoft.Network/dnsForwardingRulesets/forwardingRules",
      name: "rules/one",
      properties: { domainName, targetDnsServers: [{ ipAddress: server, port: 53 }] },
    },
    {
      type: "Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks",
      name: "rules/v",
      properties: { virtualNetwork: { id: id("Microsoft.Network/virtualNetworks", "v") } },
    },
  ];
}

describe("a subnet and a storage account: DNS decides", () => {
  const cases: readonly Case[] = [
    [
      "endpoint with zone group, zone linked",
      "allowed private-endpoint",
      [plain, open, toBlob(), zone(BLOB_ZONE, "v")],
    ],
    [
      "the same with public access off",
      "allowed private-endpoint",
      [plain, storage("data", closed), toBlob(), zone(BLOB_ZONE, "v")],
    ],
    [
      "the endpoint is for another group",
      "blocked",
      [plain, storage("data", closed), toBlob(), zone(BLOB_ZONE, "v")],
      "file",
    ],
    [
      "another group stays on the open public side",
      "allowed public",
      [plain, open, toBlob(), zone(BLOB_ZONE, "v")],
      "file",
    ],
    [
      "zone not linked anywhere, public side open",
      "allowed public",
      [plain, open, toBlob(), zone(BLOB_ZONE)],
    ],
    [
      "zone not linked anywhere, public side closed",
      "blocked",
      [plain, storage("data", closed), toBlob(), zone(BLOB_ZONE)],
    ],
    [
      "no zone group, public side open",
      "allowed public",
      [plain, open, endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob")],
    ],
    [
      "no zone group while an empty zone is linked: the name does not exist there",
      "blocked",
      [plain, open, endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob"), zone(BLOB_ZONE, "v")],
    ],
    [
      "an empty zone does not matter to an account without any endpoint",
      "allowed public",
      [plain, open, zone(BLOB_ZONE, "v")],
    ],
    [
      "an empty zone whose link falls back to the internet",
      "allowed public",
      [
        plain,
        open,
        endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob"),
        zone(BLOB_ZONE),
        {
          type: "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
          name: `${BLOB_ZONE}/v`,
          properties: {
            resolutionPolicy: "NxDomainRedirect",
            virtualNetwork: { id: id("Microsoft.Network/virtualNetworks", "v") },
          },
        },
      ],
    ],
    [
      "an A record with the endpoint's own address instead of a group",
      "allowed private-endpoint",
      [
        plain,
        open,
        endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob", undefined, {
          ipConfigurations: [
            {
              name: "one",
              properties: { privateIPAddress: "10.0.2.7", groupId: "blob", memberName: "blob" },
            },
          ],
        }),
        zone(BLOB_ZONE, "v"),
        {
          type: "Microsoft.Network/privateDnsZones/A",
          name: `${BLOB_ZONE}/data`,
          properties: { ttl: 10, aRecords: [{ ipv4Address: "10.0.2.7" }] },
        },
      ],
    ],
    [
      "the zone group is in a zone that does not fit",
      "allowed public",
      [plain, open, endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob", SQL_ZONE), zone(SQL_ZONE, "v")],
    ],
    [
      "the zone of the public name resolves too",
      "allowed private-endpoint",
      [
        plain,
        open,
        endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob", "blob.core.windows.net"),
        zone("blob.core.windows.net", "v"),
      ],
    ],
    [
      "a public DNS server never asks Azure's zones",
      "allowed public",
      [
        vnet("v", "10.0.0.0/16", { app, pe }, { dhcpOptions: { dnsServers: ["8.8.8.8"] } }),
        open,
        toBlob(),
        zone(BLOB_ZONE, "v"),
      ],
    ],
    [
      "Azure's own address as DNS server is Azure's DNS",
      "allowed private-endpoint",
      [
        vnet("v", "10.0.0.0/16", { app, pe }, { dhcpOptions: { dnsServers: ["168.63.129.16"] } }),
        open,
        toBlob(),
        zone(BLOB_ZONE, "v"),
      ],
    ],
    [
      "a DNS server that nothing shows",
      "unknown",
      [
        vnet("v", "10.0.0.0/16", { app, pe }, { dhcpOptions: { dnsServers: ["192.168.7.4"] } }),
        storage("data", closed),
        toBlob(),
        zone(BLOB_ZONE, "v"),
      ],
    ],
    [
      "a resolver in the hub answers from the hub's links",
      "allowed private-endpoint",
      [
        vnet("v", "10.0.0.0/16", { app, pe }, { dhcpOptions: { dnsServers: ["10.9.1.4"] } }),
        vnet("hub", "10.9.0.0/16", {
          inbound: { addressPrefix: "10.9.1.0/28", ...delegatedTo("Microsoft.Network/dnsResolvers") },
        }),
        resolver("hub", "inbound", "10.9.1.4"),
        storage("data", closed),
        toBlob(),
        zone(BLOB_ZONE, "hub"),
      ],
    ],
    [
      "a forwarding ruleset sends the name to the hub's resolver",
      "allowed private-endpoint",
      [
        plain,
        ...hubResolver,
        forwardingTo("10.9.1.4", "blob.core.windows.net."),
        storage("data", closed),
        toBlob(),
        zone(BLOB_ZONE, "hub"),
      ],
    ],
    [
      "a forwarding ruleset for the office's names changes nothing",
      "blocked",
      [
        plain,
        ...hubResolver,
        forwardingTo("10.9.1.4", "corp.example."),
        storage("data", closed),
        toBlob(),
        zone(BLOB_ZONE, "hub"),
      ],
    ],
    [
      "a resolver in the hub does not see links of the spoke",
      "blocked",
      [
        vnet("v", "10.0.0.0/16", { app, pe }, { dhcpOptions: { dnsServers: ["10.9.1.4"] } }),
        vnet("hub", "10.9.0.0/16", {
          inbound: { addressPrefix: "10.9.1.0/28", ...delegatedTo("Microsoft.Network/dnsResolvers") },
        }),
        resolver("hub", "inbound", "10.9.1.4"),
        storage("data", closed),
        toBlob(),
        zone(BLOB_ZONE, "v"),
      ],
    ],
    [
      "a manual connection waits for approval",
      "unknown private-endpoint",
      [
        plain,
        open,
        zone(BLOB_ZONE, "v"),
        {
          type: "Microsoft.Network/privateEndpoints",
          name: "pe",
          properties: {
            subnet: { id: subnetId("v", "pe") },
            manualPrivateLinkServiceConnections: [
              { name: "c", properties: { privateLinkServiceId: id(STORAGE, "data"), groupIds: ["blob"] } },
            ],
          },
        },
        toBlob()[1] as TemplateResource,
      ],
    ],
  ];
  test.each(told(cases))("%s: %s", (_, expected, resources, group) => check(resources, group, expected));
});

describe("a subnet and an endpoint in another network", () => {
  const spoke = vnet("spoke", "10.1.0.0/16", { app: { addressPrefix: "10.1.1.0/24" } });
  const home = vnet("v", "10.0.0.0/16", { pe });
  const both = [home, spoke, storage("data", closed), toBlob(), zone(BLOB_ZONE, "v", "spoke")];
  const half = peered("v", "spoke");
  const cases: readonly Case[] = [
    ["peered with both halves", "allowed private-endpoint", [...both, half]],
    ["not peered", "blocked", both],
    ["peered with one half", "blocked", [...both, half[0] as TemplateResource]],
    [
      "peered, access refused on one half",
      "blocked",
      [...both, peered("v", "spoke", { allowVirtualNetworkAccess: false })],
    ],
    [
      "peered, but the zone is linked to the endpoint's network only",
      "blocked",
      [home, spoke, storage("data", closed), toBlob(), zone(BLOB_ZONE, "v"), half],
    ],
    [
      "the same with the public side open",
      "allowed public",
      [home, spoke, open, toBlob(), zone(BLOB_ZONE, "v"), half],
    ],
    [
      "peered through a hub only: peering is not transitive",
      "blocked",
      [
        ...both,
        vnet("hub", "10.2.0.0/16", { x: { addressPrefix: "10.2.0.0/24" } }),
        peered("hub", "v"),
        peered("hub", "spoke"),
      ],
    ],
  ];
  test.each(told(cases))("%s: %s", (_, expected, resources, group) => check(resources, group, expected));
});

describe("security groups on the way to an endpoint", () => {
  const withGroup = (rules: Parameters<typeof nsg>[1][], on: "app" | "pe", more = {}) => [
    vnet("v", "10.0.0.0/16", {
      app: { ...app, ...(on === "app" && guarded("g")) },
      pe: { ...pe, ...(on === "pe" && guarded("g")), ...more },
    }),
    nsg("g", ...rules),
    open,
    toBlob(),
    zone(BLOB_ZONE, "v"),
  ];
  const cases: readonly Case[] = [
    ["the default rules let it out", "allowed private-endpoint", withGroup([], "app")],
    [
      "an outbound deny to the network",
      "blocked",
      withGroup([["Deny", "Outbound", "*", "VirtualNetwork", "*", "*"]], "app"),
    ],
    [
      "an outbound deny to the internet does not touch it",
      "allowed private-endpoint",
      withGroup([["Deny", "Outbound", "*", "Internet", "*", "*"]], "app"),
    ],
    [
      "an outbound deny of everything",
      "blocked",
      withGroup([["Deny", "Outbound", "*", "*", "*", "*"]], "app"),
    ],
    [
      "an allow above the deny",
      "allowed private-endpoint",
      withGroup(
        [
          ["Allow", "Outbound", "*", "10.0.2.0/24", "443"],
          ["Deny", "Outbound", "*", "*", "*", "*"],
        ],
        "app",
      ),
    ],
    [
      "an allow for another port above the deny",
      "blocked",
      withGroup(
        [
          ["Allow", "Outbound", "*", "10.0.2.0/24", "1433"],
          ["Deny", "Outbound", "*", "*", "*", "*"],
        ],
        "app",
      ),
    ],
    [
      "an inbound deny without endpoint policies has no effect",
      "allowed private-endpoint",
      withGroup([["Deny", "Inbound", "*", "*", "*", "*"]], "pe"),
    ],
    [
      "an inbound deny with endpoint policies",
      "blocked",
      withGroup([["Deny", "Inbound", "*", "*", "*", "*"]], "pe", {
        privateEndpointNetworkPolicies: "Enabled",
      }),
    ],
    [
      "an inbound deny with policies for routes only",
      "allowed private-endpoint",
      withGroup([["Deny", "Inbound", "*", "*", "*", "*"]], "pe", {
        privateEndpointNetworkPolicies: "RouteTableEnabled",
      }),
    ],
    [
      "an inbound deny with policies for security groups only",
      "blocked",
      withGroup([["Deny", "Inbound", "*", "*", "*", "*"]], "pe", {
        privateEndpointNetworkPolicies: "NetworkSecurityGroupEnabled",
      }),
    ],
    [
      "denying Azure's DNS by its tag",
      "blocked",
      withGroup([["Deny", "Outbound", "*", "AzurePlatformDNS", "*", "*"]], "app"),
    ],
    [
      "a rule whose port nobody knows",
      "unknown private-endpoint",
      withGroup([["Deny", "Outbound", "*", "*", "[parameters('any')]", "*"]], "app"),
    ],
    [
      "a rule whose access nobody knows",
      "unknown private-endpoint",
      withGroup([["[parameters('any')]" as "Deny", "Outbound", "*", "*", "*", "*"]], "app"),
    ],
    [
      "a rule for other addresses, whatever its access",
      "allowed private-endpoint",
      withGroup([["[parameters('any')]" as "Deny", "Outbound", "*", "10.7.0.0/16", "*", "*"]], "app"),
    ],
  ];
  test.each(told(cases))("%s: %s", (_, expected, resources, group) => check(resources, group, expected));
});

describe("a subnet on the public path", () => {
  const sub = (more: Readonly<Record<string, unknown>>) =>
    vnet("v", "10.0.0.0/16", { app: { ...app, ...more }, pe });
  const cases: readonly Case[] = [
    ["everything by default", "allowed public", [plain, open]],
    ["default outbound access off", "blocked", [sub({ defaultOutboundAccess: false }), open]],
    [
      "default outbound off, with a NAT gateway",
      "allowed public",
      [
        sub({ defaultOutboundAccess: false, natGateway: { id: id("Microsoft.Network/natGateways", "nat") } }),
        open,
      ],
    ],
    [
      "outbound to the internet denied",
      "blocked",
      [sub(guarded("g")), nsg("g", ["Deny", "Outbound", "*", "Internet", "*", "*"]), open],
    ],
    [
      "denied, but the service's tag is allowed above",
      "allowed public",
      [
        sub(guarded("g")),
        nsg(
          "g",
          ["Allow", "Outbound", "*", "Storage", "443"],
          ["Deny", "Outbound", "*", "Internet", "*", "*"],
        ),
        open,
      ],
    ],
    [
      "denied, and only another service's tag is allowed",
      "blocked",
      [
        sub(guarded("g")),
        nsg("g", ["Allow", "Outbound", "*", "Sql", "443"], ["Deny", "Outbound", "*", "Internet", "*", "*"]),
        open,
      ],
    ],
    [
      "denied, with the whole cloud allowed above",
      "allowed public",
      [
        sub(guarded("g")),
        nsg(
          "g",
          ["Allow", "Outbound", "*", "AzureCloud", "443"],
          ["Deny", "Outbound", "*", "Internet", "*", "*"],
        ),
        open,
      ],
    ],
    ["a default route to nowhere", "blocked", [sub(routed("rt")), routes("rt", ["0.0.0.0/0", "None"]), open]],
    [
      "a default route to the internet",
      "allowed public",
      [sub(routed("rt")), routes("rt", ["0.0.0.0/0", "Internet"]), open],
    ],
    [
      "a default route to nowhere, the service's tag to the internet",
      "allowed public",
      [sub(routed("rt")), routes("rt", ["0.0.0.0/0", "None"], ["Storage", "Internet"]), open],
    ],
    [
      "a default route to an address nobody owns",
      "unknown public",
      [sub(routed("rt")), routes("rt", ["0.0.0.0/0", "VirtualAppliance", "10.200.0.4"]), open],
    ],
    [
      "a default route to the gateway: forced tunnelling",
      "unknown public",
      [sub(routed("rt")), routes("rt", ["0.0.0.0/0", "VirtualNetworkGateway"]), open],
    ],
    ["nobody admitted", "blocked", [plain, deny()]],
    [
      "one address admitted, the subnet's is not known",
      "unknown public",
      [plain, deny({ ipRules: [{ value: "203.0.113.5" }] })],
    ],
    [
      "a private range admitted never matches",
      "blocked",
      [plain, deny({ ipRules: [{ value: "10.0.1.0/24" }] })],
    ],
    [
      "an address rule in the account's own region is ignored",
      "blocked",
      [
        plain,
        storage(
          "data",
          { networkAcls: { defaultAction: "Deny", ipRules: [{ value: "203.0.113.5" }] } },
          "westeurope",
        ),
      ],
    ],
    ["switched off", "blocked", [plain, storage("data", closed)]],
    [
      "a switch nobody knows",
      "unknown public",
      [plain, storage("data", { publicNetworkAccess: "[parameters('any')]" })],
    ],
    [
      "a switch nobody knows behind a closed firewall",
      "blocked",
      [
        plain,
        storage("data", {
          publicNetworkAccess: "[parameters('any')]",
          networkAcls: { defaultAction: "Deny" },
        }),
      ],
    ],
  ];
  test.each(told(cases))("%s: %s", (_, expected, resources, group) => check(resources, group, expected));
});

describe("a subnet with a service endpoint", () => {
  const sub = (more: Readonly<Record<string, unknown>> = {}) =>
    vnet("v", "10.0.0.0/16", { app: { ...app, ...endpointsFor("Microsoft.Storage"), ...more }, pe });
  const admits = { virtualNetworkRules: [{ id: subnetId("v", "app") }] };
  const cases: readonly Case[] = [
    ["and its network rule", "allowed service-endpoint", [sub(), deny(admits)]],
    ["without a rule", "blocked", [sub(), deny()]],
    [
      "the rule admits another subnet",
      "blocked",
      [sub(), deny({ virtualNetworkRules: [{ id: subnetId("v", "pe") }] })],
    ],
    ["an open firewall admits it", "allowed service-endpoint", [sub(), open]],
    [
      "an address rule does not match its private address",
      "blocked",
      [sub(), deny({ ipRules: [{ value: "203.0.113.0/24" }] })],
    ],
    [
      "public access off closes it, too",
      "blocked",
      [sub(), storage("data", { ...closed, networkAcls: { defaultAction: "Deny", ...admits } })],
    ],
    [
      "the endpoint's route wins over a default route to nowhere",
      "allowed service-endpoint",
      [sub(routed("rt")), routes("rt", ["0.0.0.0/0", "None"]), deny(admits)],
    ],
    [
      "an outbound deny to the internet stops it",
      "blocked",
      [sub(guarded("g")), nsg("g", ["Deny", "Outbound", "*", "Internet", "*", "*"]), deny(admits)],
    ],
    [
      "a private endpoint that resolves comes first",
      "allowed private-endpoint",
      [sub(), deny(admits), toBlob(), zone(BLOB_ZONE, "v")],
    ],
    [
      "another service's endpoint",
      "blocked",
      [vnet("v", "10.0.0.0/16", { app: { ...app, ...endpointsFor("Microsoft.Sql") } }), deny(admits)],
    ],
    [
      "the global endpoint counts",
      "allowed service-endpoint",
      [
        vnet("v", "10.0.0.0/16", { app: { ...app, ...endpointsFor("Microsoft.Storage.Global") } }),
        deny(admits),
      ],
    ],
    [
      "endpoints that nobody knows",
      "unknown",
      [vnet("v", "10.0.0.0/16", { app: { ...app, serviceEndpoints: "[parameters('list')]" } }), deny(admits)],
    ],
  ];
  test.each(told(cases))("%s: %s", async (_, expected, resources) => {
    const { reach, why } = await estate(resources, {}, { parameters: { list: { type: "array" } } });
    expect([reach("app", "data", "blob"), why("app", "data", "blob")]).toEqual([expected, expect.anything()]);
  });

  test("of another region than the server's has no effect for SQL", async () => {
    const { reach } = await estate([
      vnet("v", "10.0.0.0/16", { app: { ...app, ...endpointsFor("Microsoft.Sql") } }),
      sql("data", {}, "northeurope"),
      sqlNetworkRule("data", "v", "app"),
      sqlRule("data", "azure", "0.0.0.0"),
    ]);
    expect(reach("app", "data")).toBe("allowed public");
  });
});
