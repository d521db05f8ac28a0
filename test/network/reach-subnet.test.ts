import {
  BLOB_ZONE,
  delegatedTo,
  endpoint,
  endpointsFor,
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
import { type Resources, truthTable } from "./truth-table.ts";

type Row = readonly [what: string, expected: string, decides: string, resources: Resources, group?: string];

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

/** Asks about the storage account from the subnet `app`: for blobs, unless the case says another group. */
const asked = (rows: readonly Row[]): void =>
  truthTable(
    rows.map(([what, expected, decides, resources, group = "blob"]) => ({
      ...{ what, from: "app", to: "data", group, expected, decides, resources },
      parameters: { any: { type: "string" }, list: { type: "array" } },
    })),
  );

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
      location: "westeurope",
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
  asked([
    [
      "endpoint with zone group, zone linked",
      "allowed private-endpoint",
      "In v the name of data resolves to a private endpoint.",
      [plain, open, toBlob(), zone(BLOB_ZONE, "v")],
    ],
    [
      "the same with public access off",
      "allowed private-endpoint",
      "In v the name of data resolves to a private endpoint.",
      [plain, storage("data", closed), toBlob(), zone(BLOB_ZONE, "v")],
    ],
    [
      "the endpoint is for another group",
      "blocked",
      "In v the name of data resolves to its public address: it has no private endpoint for this.",
      [plain, storage("data", closed), toBlob(), zone(BLOB_ZONE, "v")],
      "file",
    ],
    [
      "another group stays on the open public side",
      "allowed public",
      "In v the name of data resolves to its public address: it has no private endpoint for this.",
      [plain, open, toBlob(), zone(BLOB_ZONE, "v")],
      "file",
    ],
    [
      "zone not linked anywhere, public side open",
      "allowed public",
      "In v the name of data resolves to its public address: no zone that is linked there leads to its private endpoint.",
      [plain, open, toBlob(), zone(BLOB_ZONE)],
    ],
    [
      "zone not linked anywhere, public side closed",
      "blocked",
      "In v the name of data resolves to its public address: no zone that is linked there leads to its private endpoint.",
      [plain, storage("data", closed), toBlob(), zone(BLOB_ZONE)],
    ],
    [
      "no zone group, public side open",
      "allowed public",
      "In v the name of data resolves to its public address: no zone that is linked there leads to its private endpoint.",
      [plain, open, endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob")],
    ],
    [
      "no zone group while an empty zone is linked: the name does not exist there",
      "blocked",
      "A private zone linked to v answers for data without a record: the name does not exist there.",
      [plain, open, endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob"), zone(BLOB_ZONE, "v")],
    ],
    [
      "an empty zone does not matter to an account without any endpoint",
      "allowed public",
      "In v the name of data resolves to its public address: it has no private endpoint for this.",
      [plain, open, zone(BLOB_ZONE, "v")],
    ],
    [
      "an empty zone whose link falls back to the internet",
      "allowed public",
      "In v the name of data resolves to its public address: no zone that is linked there leads to its private endpoint.",
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
      "In v the name of data resolves to a private endpoint.",
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
      "In v the name of data resolves to its public address: no zone that is linked there leads to its private endpoint.",
      [plain, open, endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob", SQL_ZONE), zone(SQL_ZONE, "v")],
    ],
    [
      "the zone of the public name resolves too",
      "allowed private-endpoint",
      "In v the name of data resolves to a private endpoint.",
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
      "In v the name of data resolves to its public address: no zone that is linked there leads to its private endpoint.",
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
      "In v the name of data resolves to a private endpoint.",
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
      "It cannot be told whether in v the name of data resolves to a private endpoint: it depends on whether the DNS server forwards to Azure's DNS.",
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
      "In v the name of data resolves to a private endpoint.",
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
      "In v the name of data resolves to a private endpoint.",
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
      "In v the name of data resolves to its public address: no zone that is linked there leads to its private endpoint.",
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
      "In v the name of data resolves to its public address: no zone that is linked there leads to its private endpoint.",
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
      "It cannot be told whether the connection is approved: it depends on whether the manual connection of pe gets approved.",
      [
        plain,
        open,
        zone(BLOB_ZONE, "v"),
        {
          type: "Microsoft.Network/privateEndpoints",
          name: "pe",
          location: "westeurope",
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
  ]);
});

describe("a subnet and an endpoint in another network", () => {
  const spoke = vnet("spoke", "10.1.0.0/16", { app: { addressPrefix: "10.1.1.0/24" } });
  const home = vnet("v", "10.0.0.0/16", { pe });
  const both = [home, spoke, storage("data", closed), toBlob(), zone(BLOB_ZONE, "v", "spoke")];
  const half = peered("v", "spoke");
  asked([
    [
      "peered with both halves",
      "allowed private-endpoint",
      "spoke and v are peered, both halves connected.",
      [...both, half],
    ],
    ["not peered", "blocked", "spoke and v are not peered with both halves and access allowed.", both],
    [
      "peered with one half",
      "blocked",
      "spoke and v are not peered with both halves and access allowed.",
      [...both, half[0] as TemplateResource],
    ],
    [
      "peered, access refused on one half",
      "blocked",
      "spoke and v are not peered with both halves and access allowed.",
      [...both, peered("v", "spoke", { allowVirtualNetworkAccess: false })],
    ],
    [
      "peered, but the zone is linked to the endpoint's network only",
      "blocked",
      "In spoke the name of data resolves to its public address: no zone that is linked there leads to its private endpoint.",
      [home, spoke, storage("data", closed), toBlob(), zone(BLOB_ZONE, "v"), half],
    ],
    [
      "the same with the public side open",
      "allowed public",
      "In spoke the name of data resolves to its public address: no zone that is linked there leads to its private endpoint.",
      [home, spoke, open, toBlob(), zone(BLOB_ZONE, "v"), half],
    ],
    [
      "peered through a hub only: peering is not transitive",
      "blocked",
      "spoke and v are not peered with both halves and access allowed.",
      [
        ...both,
        vnet("hub", "10.2.0.0/16", { x: { addressPrefix: "10.2.0.0/24" } }),
        peered("hub", "v"),
        peered("hub", "spoke"),
      ],
    ],
  ]);
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
  asked([
    [
      "the default rules let it out",
      "allowed private-endpoint",
      "The security group of app lets the packet out to pe.",
      withGroup([], "app"),
    ],
    [
      "an outbound deny to the network",
      "blocked",
      "The security group of app lets nothing out to pe.",
      withGroup([["Deny", "Outbound", "*", "VirtualNetwork", "*", "*"]], "app"),
    ],
    [
      "an outbound deny to the internet does not touch it",
      "allowed private-endpoint",
      "The security group of app lets the packet out to pe.",
      withGroup([["Deny", "Outbound", "*", "Internet", "*", "*"]], "app"),
    ],
    [
      "an outbound deny of everything",
      "blocked",
      "The security group of app lets nothing out to pe.",
      withGroup([["Deny", "Outbound", "*", "*", "*", "*"]], "app"),
    ],
    [
      "an allow above the deny",
      "allowed private-endpoint",
      "The security group of app lets the packet out to pe.",
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
      "The security group of app lets nothing out to pe.",
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
      "The security group of pe does not act on endpoints: its network policies for them are off.",
      withGroup([["Deny", "Inbound", "*", "*", "*", "*"]], "pe"),
    ],
    [
      "an inbound deny with endpoint policies",
      "blocked",
      "The security group of pe refuses app.",
      withGroup([["Deny", "Inbound", "*", "*", "*", "*"]], "pe", {
        privateEndpointNetworkPolicies: "Enabled",
      }),
    ],
    [
      "an inbound deny with policies for routes only",
      "allowed private-endpoint",
      "The security group of pe does not act on endpoints: its network policies for them are off.",
      withGroup([["Deny", "Inbound", "*", "*", "*", "*"]], "pe", {
        privateEndpointNetworkPolicies: "RouteTableEnabled",
      }),
    ],
    [
      "an inbound deny with policies for security groups only",
      "blocked",
      "The security group of pe refuses app.",
      withGroup([["Deny", "Inbound", "*", "*", "*", "*"]], "pe", {
        privateEndpointNetworkPolicies: "NetworkSecurityGroupEnabled",
      }),
    ],
    [
      "denying Azure's DNS by its tag",
      "blocked",
      "The security group of app denies AzurePlatformDNS, so no private name resolves.",
      withGroup([["Deny", "Outbound", "*", "AzurePlatformDNS", "*", "*"]], "app"),
    ],
    [
      "a rule whose port nobody knows",
      "unknown private-endpoint",
      "It cannot be told whether the security group of app lets the packet out to pe",
      withGroup([["Deny", "Outbound", "*", "*", "[parameters('any')]", "*"]], "app"),
    ],
    [
      "a rule whose access nobody knows",
      "unknown private-endpoint",
      "It cannot be told whether the security group of app lets the packet out to pe",
      withGroup([["[parameters('any')]" as "Deny", "Outbound", "*", "*", "*", "*"]], "app"),
    ],
    [
      "a rule for other addresses, whatever its access",
      "allowed private-endpoint",
      "The security group of app lets the packet out to pe.",
      withGroup([["[parameters('any')]" as "Deny", "Outbound", "*", "10.7.0.0/16", "*", "*"]], "app"),
    ],
  ]);
});

describe("a subnet on the public path", () => {
  const sub = (more: Readonly<Record<string, unknown>>) =>
    vnet("v", "10.0.0.0/16", { app: { ...app, ...more }, pe });
  asked([
    [
      "everything by default",
      "allowed public",
      "app reaches public addresses with Azure's default outbound address, which nobody chooses.",
      [plain, open],
    ],
    [
      "default outbound access off",
      "blocked",
      "app has no way out to public addresses: default outbound access is off and there is no NAT gateway.",
      [sub({ defaultOutboundAccess: false }), open],
    ],
    [
      "default outbound off, with a NAT gateway",
      "allowed public",
      "The NAT gateway nat gives it a public source address.",
      [
        sub({ defaultOutboundAccess: false, natGateway: { id: id("Microsoft.Network/natGateways", "nat") } }),
        open,
      ],
    ],
    [
      "outbound to the internet denied",
      "blocked",
      "The security group of app lets nothing out to Storage.",
      [sub(guarded("g")), nsg("g", ["Deny", "Outbound", "*", "Internet", "*", "*"]), open],
    ],
    [
      "denied, but the service's tag is allowed above",
      "allowed public",
      "The security group of app lets the packet out to Storage.",
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
      "The security group of app lets nothing out to Storage.",
      [
        sub(guarded("g")),
        nsg("g", ["Allow", "Outbound", "*", "Sql", "443"], ["Deny", "Outbound", "*", "Internet", "*", "*"]),
        open,
      ],
    ],
    [
      "denied, with the whole cloud allowed above",
      "allowed public",
      "The security group of app lets the packet out to Storage.",
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
    [
      "a default route to nowhere",
      "blocked",
      "A route of app drops what goes to public addresses.",
      [sub(routed("rt")), routes("rt", ["0.0.0.0/0", "None"]), open],
    ],
    [
      "a default route to the internet",
      "allowed public",
      "The route route0 sends it to the internet.",
      [sub(routed("rt")), routes("rt", ["0.0.0.0/0", "Internet"]), open],
    ],
    [
      "a default route to nowhere, the service's tag to the internet",
      "allowed public",
      "The route route1 sends it to the internet.",
      [sub(routed("rt")), routes("rt", ["0.0.0.0/0", "None"], ["Storage", "Internet"]), open],
    ],
    [
      "a default route to an address nobody owns",
      "unknown public",
      'It cannot be told whether the route route0 leads to the service: it depends on who has the next hop "10.200.0.4".',
      [sub(routed("rt")), routes("rt", ["0.0.0.0/0", "VirtualAppliance", "10.200.0.4"]), open],
    ],
    [
      "a default route to the gateway: forced tunnelling",
      "unknown public",
      "It cannot be told whether the route route0 leads to the service: it depends on where the gateway sends it (forced tunnelling).",
      [sub(routed("rt")), routes("rt", ["0.0.0.0/0", "VirtualNetworkGateway"]), open],
    ],
    [
      "nobody admitted",
      "blocked",
      "No address rule of data admits the public address that app leaves with.",
      [plain, deny()],
    ],
    [
      "one address admitted, the subnet's is not known",
      "unknown public",
      'It cannot be told whether an address rule of data admits the public address that app leaves with: it depends on whether "203.0.113.5" holds the public address that app leaves with.',
      [plain, deny({ ipRules: [{ value: "203.0.113.5" }] })],
    ],
    [
      "a private range admitted never matches",
      "blocked",
      "No address rule of data admits the public address that app leaves with.",
      [plain, deny({ ipRules: [{ value: "10.0.1.0/24" }] })],
    ],
    [
      "an address rule in the account's own region is ignored",
      "blocked",
      "data ignores address rules for clients in its own region.",
      [
        plain,
        storage(
          "data",
          { networkAcls: { defaultAction: "Deny", ipRules: [{ value: "203.0.113.5" }] } },
          "westeurope",
        ),
      ],
    ],
    [
      "switched off",
      "blocked",
      "The public side of data is closed (public network access is off).",
      [plain, storage("data", closed)],
    ],
    [
      "a switch nobody knows",
      "unknown public",
      "It cannot be told whether public network access to data is on",
      [plain, storage("data", { publicNetworkAccess: "[parameters('any')]" })],
    ],
    [
      "a switch nobody knows behind a closed firewall",
      "blocked",
      "No address rule of data admits the public address that app leaves with.",
      [
        plain,
        storage("data", {
          publicNetworkAccess: "[parameters('any')]",
          networkAcls: { defaultAction: "Deny" },
        }),
      ],
    ],
  ]);
});

describe("a subnet with a service endpoint", () => {
  const sub = (more: Readonly<Record<string, unknown>> = {}) =>
    vnet("v", "10.0.0.0/16", { app: { ...app, ...endpointsFor("Microsoft.Storage"), ...more }, pe });
  const admits = { virtualNetworkRules: [{ id: subnetId("v", "app") }] };
  asked([
    [
      "and its network rule",
      "allowed service-endpoint",
      "A network rule of data admits app.",
      [sub(), deny(admits)],
    ],
    [
      "without a rule",
      "blocked",
      "No network rule of data admits app; its address rules do not match private addresses.",
      [sub(), deny()],
    ],
    [
      "the rule admits another subnet",
      "blocked",
      "No network rule of data admits app; its address rules do not match private addresses.",
      [sub(), deny({ virtualNetworkRules: [{ id: subnetId("v", "pe") }] })],
    ],
    [
      "an open firewall admits it",
      "allowed service-endpoint",
      "The firewall of data admits everyone.",
      [sub(), open],
    ],
    [
      "an address rule does not match its private address",
      "blocked",
      "No network rule of data admits app; its address rules do not match private addresses.",
      [sub(), deny({ ipRules: [{ value: "203.0.113.0/24" }] })],
    ],
    [
      "public access off closes it, too",
      "blocked",
      "The public side of data is closed (public network access is off).",
      [sub(), storage("data", { ...closed, networkAcls: { defaultAction: "Deny", ...admits } })],
    ],
    [
      "the endpoint's route wins over a default route to nowhere",
      "allowed service-endpoint",
      "app has the service endpoint Microsoft.Storage: data sees the subnet's private address.",
      [sub(routed("rt")), routes("rt", ["0.0.0.0/0", "None"]), deny(admits)],
    ],
    [
      "an outbound deny to the internet stops it",
      "blocked",
      "The security group of app lets nothing out to Storage.",
      [sub(guarded("g")), nsg("g", ["Deny", "Outbound", "*", "Internet", "*", "*"]), deny(admits)],
    ],
    [
      "a private endpoint that resolves comes first",
      "allowed private-endpoint",
      "In v the name of data resolves to a private endpoint.",
      [sub(), deny(admits), toBlob(), zone(BLOB_ZONE, "v")],
    ],
    [
      "another service's endpoint",
      "blocked",
      "app has no service endpoint Microsoft.Storage.",
      [vnet("v", "10.0.0.0/16", { app: { ...app, ...endpointsFor("Microsoft.Sql") } }), deny(admits)],
    ],
    [
      "the global endpoint counts",
      "allowed service-endpoint",
      "A network rule of data admits app.",
      [
        vnet("v", "10.0.0.0/16", { app: { ...app, ...endpointsFor("Microsoft.Storage.Global") } }),
        deny(admits),
      ],
    ],
    [
      "endpoints that nobody knows",
      "unknown",
      "It cannot be told whether app has the service endpoint Microsoft.Storage: data sees the subnet's private address",
      [vnet("v", "10.0.0.0/16", { app: { ...app, serviceEndpoints: "[parameters('list')]" } }), deny(admits)],
    ],
  ]);
  truthTable([
    {
      what: "of another region than the server's has no effect for SQL",
      from: "app",
      to: "data",
      expected: "allowed public",
      decides: "app has no service endpoint Microsoft.Sql.",
      resources: [
        vnet("v", "10.0.0.0/16", { app: { ...app, ...endpointsFor("Microsoft.Sql") } }),
        sql("data", {}, "northeurope"),
        sqlNetworkRule("data", "v", "app"),
        sqlRule("data", "azure", "0.0.0.0"),
      ],
    },
  ]);
});
