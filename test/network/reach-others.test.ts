import {
  BLOB_ZONE,
  delegatedTo,
  endpoint,
  endpointsFor,
  estate,
  firewall,
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
import { type Case, type Resources, truthTable } from "./truth-table.ts";

type Row = readonly [what: string, from: string, expected: string, decides: string, resources: Resources];
/** Questions that all come from the same source. */
type RowFrom = readonly [what: string, expected: string, decides: string, resources: Resources];

const asked = (to: string, rows: readonly Row[], more: Partial<Case> = {}): void =>
  truthTable(
    rows.map(([what, from, expected, decides, resources]) => ({
      ...{ what, from, to, expected, decides, resources },
      ...more,
    })),
  );
const askedFrom = (from: string, to: string, rows: readonly RowFrom[], more: Partial<Case> = {}): void =>
  asked(
    to,
    rows.map(([what, ...rest]) => [what, from, ...rest]),
    more,
  );

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
  type OfOffice = readonly [...RowFrom, settings?: Case["settings"]];
  const rows: readonly OfOffice[] = [
    [
      "resolver, transit, linked zone",
      "allowed private-endpoint",
      "On-premises has a way into the network of pe.",
      [...landing, resolver("hub", "inbound"), storage("data", closed)],
    ],
    [
      "no forwarder, public side closed",
      "blocked",
      "On-premises resolves the public name of data: nothing forwards its queries to a network that is linked to the endpoint's zone.",
      [...landing, storage("data", closed)],
    ],
    [
      "no forwarder, public side open",
      "allowed public",
      "On-premises resolves the public name of data: nothing forwards its queries to a network that is linked to the endpoint's zone.",
      [...landing, storage("data")],
    ],
    [
      "a forwarder in a network that is not linked",
      "blocked",
      "On-premises resolves the public name of data: nothing forwards its queries to a network that is linked to the endpoint's zone.",
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
      "No gateway leads from on-premises into the network of pe.",
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
      "No gateway leads from on-premises into the network of pe.",
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
      "It cannot be told whether on-premises has a way into the network of pe: it depends on how on-premises comes in: no gateway of it is in this code.",
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
      "No address rule of data admits on-premises; network rules never do.",
      [hub, spoke, vpn("hub"), deny({ virtualNetworkRules: [{ id: subnetId("v", "pe") }] })],
      office,
    ],
    [
      "its declared egress is admitted",
      "allowed public",
      "Address rules of data admit all public addresses of on-premises.",
      [hub, vpn("hub"), deny({ ipRules: [{ value: "203.0.113.0/24" }] })],
      office,
    ],
    [
      "its egress is admitted by two rules together",
      "allowed public",
      "Address rules of data admit all public addresses of on-premises.",
      [hub, vpn("hub"), deny({ ipRules: [{ value: "203.0.113.0/25" }, { value: "203.0.113.128/25" }] })],
      office,
    ],
    [
      "part of its egress is admitted",
      "unknown public",
      "It cannot be told whether address rules of data admit all public addresses of on-premises: it depends on whether the part of the egress that on-premises uses is admitted.",
      [hub, vpn("hub"), deny({ ipRules: [{ value: "203.0.113.0/25" }] })],
      office,
    ],
    [
      "none of its egress is admitted",
      "blocked",
      "No address rule of data admits on-premises; network rules never do.",
      [hub, vpn("hub"), deny({ ipRules: [{ value: "198.51.100.7" }] })],
      office,
    ],
    [
      "egress not declared, some address admitted",
      "unknown public",
      "It cannot be told whether address rules of data admit all public addresses of on-premises: it depends on under which public addresses on-premises appears (network.onPremisesEgress).",
      [hub, vpn("hub"), deny({ ipRules: [{ value: "198.51.100.7" }] })],
    ],
    [
      "egress not declared, no address admitted",
      "blocked",
      "No address rule of data admits on-premises; network rules never do.",
      [hub, vpn("hub"), deny()],
    ],
  ];
  truthTable(
    rows.map(([what, expected, decides, resources, settings]) => ({
      ...{ what, from: "on-premises", to: "data", group: "blob", expected, decides, resources, settings },
    })),
  );

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
        location: "westeurope",
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
  asked("data", [
    [
      "a bypass lets trusted services in",
      "trusted-services",
      "allowed public",
      "The firewall of data lets trusted Azure services past it.",
      [storage("data", { networkAcls: { defaultAction: "Deny", bypass: "AzureServices" } })],
    ],
    [
      "no bypass",
      "trusted-services",
      "blocked",
      "The firewall of data makes no exception for trusted Azure services.",
      [storage("data", { networkAcls: { defaultAction: "Deny", bypass: "None" } })],
    ],
    [
      "no bypass on an open account",
      "trusted-services",
      "allowed public",
      "The firewall of data admits everyone.",
      [storage("data", { networkAcls: { defaultAction: "Allow", bypass: "None" } })],
    ],
    [
      "public access off: the catalogue does not know",
      "trusted-services",
      "unknown public",
      "It cannot be told whether trusted services get in although public access is off: it depends on whether trusted services get past public access that is off on data.",
      [storage("data", closed)],
    ],
    [
      "other tenants get into an open account",
      "any-azure",
      "allowed public",
      "The firewall of data admits everyone.",
      [storage("data")],
    ],
    [
      "other tenants are refused by a closed firewall",
      "any-azure",
      "blocked",
      "No rule of data admits Azure as a whole.",
      [storage("data", { networkAcls: { defaultAction: "Deny" } })],
    ],
    [
      "other tenants get in by the 0.0.0.0 rule",
      "any-azure",
      "allowed public",
      "The rule 0.0.0.0 in the firewall of data admits every tenant's resources in Azure.",
      [sql("data"), sqlRule("data", "azure", "0.0.0.0")],
    ],
    [
      "the 0.0.0.0 rule is not the internet",
      "internet",
      "blocked",
      'The firewall of data refuses addresses that no rule names: only "0.0.0.0" to "0.0.0.0".',
      [sql("data"), sqlRule("data", "azure", "0.0.0.0")],
    ],
    [
      "the internet gets in by the whole range",
      "internet",
      "allowed public",
      "The firewall of data admits everyone.",
      [sql("data"), sqlRule("data", "all", "0.0.0.0", "255.255.255.255")],
    ],
    [
      "an office range is not the internet",
      "internet",
      "blocked",
      'The firewall of data refuses addresses that no rule names: only "203.0.113.0" to "203.0.113.255".',
      [sql("data"), sqlRule("data", "office", "203.0.113.0", "203.0.113.255")],
    ],
  ]);

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
  asked("vm", [
    [
      "with a public address and an open group",
      "internet",
      "allowed public",
      "Security groups let the internet in (from port 22).",
      [net(guarded("g")), ssh, publicAddress("ip"), nic("vm", ["v", "vm"], { address: "ip" })],
    ],
    [
      "without a public address",
      "internet",
      "blocked",
      "vm has no public address.",
      [net(guarded("g")), ssh, nic("vm", ["v", "vm"])],
    ],
    [
      "with a public address and the default rules",
      "internet",
      "blocked",
      "Security groups do not let the internet as a whole in.",
      [net(guarded("g")), nsg("g"), publicAddress("ip"), nic("vm", ["v", "vm"], { address: "ip" })],
    ],
    [
      "with a Standard address and no group",
      "internet",
      "blocked",
      "vm has no security group, and a Standard public address lets nothing in without one.",
      [net(), publicAddress("ip"), nic("vm", ["v", "vm"], { address: "ip" })],
    ],
    [
      "with a Basic address and no group",
      "internet",
      "allowed public",
      "Security groups let the internet in (from port 0).",
      [net(), publicAddress("ip", "Basic"), nic("vm", ["v", "vm"], { address: "ip" })],
    ],
    [
      "a deny above the allow",
      "internet",
      "blocked",
      "Security groups do not let the internet as a whole in.",
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
      "Security groups do not let the internet as a whole in.",
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
      "Security groups let the internet in (from port 22).",
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
      "Security groups do not let the internet as a whole in.",
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
      "Security groups do not let the internet as a whole in.",
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
      "Security groups let the internet in (from port 22).",
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
      "Security groups let other tenants in (from port 443).",
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
      "Security groups do not let the internet as a whole in.",
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
      "Security groups let other tenants in (from port 443).",
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
      "Both lie in v.",
      [net(guarded("g"), { app: { addressPrefix: "10.0.5.0/24" } }), nsg("g"), nic("vm", ["v", "vm"])],
    ],
    [
      "from a subnet that its group denies",
      "app",
      "blocked",
      "Security groups of vm and its subnet let app in on no port.",
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
      "Security groups of vm and its subnet let app in on no port.",
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
      "w and v are not peered with both halves and access allowed.",
      [net(), vnet("w", "10.1.0.0/16", { app: { addressPrefix: "10.1.1.0/24" } }), nic("vm", ["v", "vm"])],
    ],
    [
      "from a peered network",
      "app",
      "allowed injected",
      "w and v are peered, both halves connected.",
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
      "Security groups of vm and its subnet let app in on no port.",
      [
        net(guarded("g")),
        nsg("g", ["Deny", "Inbound", "VirtualNetwork", "*", "*", "*"]),
        vnet("w", "10.1.0.0/16", { app: { addressPrefix: "10.1.1.0/24" } }),
        peered("v", "w"),
        nic("vm", ["v", "vm"]),
      ],
    ],
  ]);
});

describe("a firewall in the hub", () => {
  const hub = vnet("hub", "10.9.0.0/16", { AzureFirewallSubnet: { addressPrefix: "10.9.1.0/26" } });
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

  /** A group of the policy that denies everything, before (99) or after the one that allows. */
  const denyGroup = (priority: number, ipProtocols = ["Any"]): TemplateResource => ({
    type: "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
    name: "policy/denies",
    properties: {
      priority,
      ruleCollections: [
        {
          ruleCollectionType: "FirewallPolicyFilterRuleCollection",
          name: "d",
          priority: 200,
          action: { type: "Deny" },
          rules: [
            {
              ...pass,
              name: "deny",
              ipProtocols,

              sourceAddresses: ["*"],
              destinationAddresses: ["*"],
              destinationPorts: ["*"],
            },
          ],
        },
      ],
    },
  });

  askedFrom("app", "vm", [
    [
      "a rule lets one spoke reach the other",
      "allowed injected",
      "The firewall fw has a rule that allows it.",
      [...spokes, ...joined, firewall("hub", pass)],
    ],
    [
      "no rule, no way",
      "blocked",
      "The firewall fw has no rule that allows it, and denies what none names.",
      [...spokes, ...joined, firewall("hub")],
    ],
    [
      "forwarded traffic is not accepted",
      "blocked",
      "b does not accept what hub forwards: its peering does not allow forwarded traffic.",
      [...spokes, peered("hub", "a", forwarded, forwarded), peered("hub", "b"), firewall("hub", pass)],
    ],
    [
      "what an earlier collection denies no later one lets through",
      "blocked",
      "The firewall fw has no rule that allows it, and denies what none names.",
      [...spokes, ...joined, firewall("hub", pass), denyGroup(99)],
    ],
    [
      "an earlier collection denies one protocol, which may be another",
      "unknown injected",
      'It cannot be told whether the firewall fw has a rule that allows it: it depends on whether the rule "deny" denies it before.',
      [...spokes, ...joined, firewall("hub", pass), denyGroup(99, ["UDP"])],
    ],
    [
      "what a later collection denies is let through before",
      "allowed injected",
      "The firewall fw has a rule that allows it.",
      [...spokes, ...joined, firewall("hub", pass), denyGroup(60_000)],
    ],
    [
      "groups of addresses let it through",
      "allowed injected",
      "The firewall fw has a rule that allows it.",
      [
        ...spokes,
        ...joined,
        firewall("hub", grouped),
        group("from", "10.1.0.0/16"),
        group("to", "10.2.0.0/16"),
      ],
    ],
    [
      "a group holds other addresses",
      "blocked",
      "The firewall fw has no rule that allows it, and denies what none names.",
      [
        ...spokes,
        ...joined,
        firewall("hub", grouped),
        group("from", "10.7.0.0/16"),
        group("to", "10.2.0.0/16"),
      ],
    ],
    [
      "a group is empty",
      "blocked",
      "The firewall fw has no rule that allows it, and denies what none names.",
      [...spokes, ...joined, firewall("hub", grouped), group("from"), group("to", "10.2.0.0/16")],
    ],
    [
      "a group lies elsewhere",
      "unknown injected",
      "It cannot be told whether the firewall fw has a rule that allows it: it depends on which addresses IP group from holds.",
      [...spokes, ...joined, firewall("hub", grouped), group("to", "10.2.0.0/16")],
    ],
  ]);

  const web = {
    ruleType: "ApplicationRule",
    protocols: [{ protocolType: "Https", port: 443 }],
    sourceAddresses: ["*"],
  };
  askedFrom(
    "app",
    "data",
    [
      [
        "to the public side of a service: an application rule names the account",
        "allowed public",
        "The firewall fw has a rule that allows it.",
        [
          ...spokes,
          ...joined,
          firewall("hub", { ...web, targetFqdns: ["data.blob.core.windows.net"] }),
          storage("data"),
        ],
      ],
      [
        "to the public side of a service: a wildcard covers it",
        "allowed public",
        "The firewall fw has a rule that allows it.",
        [
          ...spokes,
          ...joined,
          firewall("hub", { ...web, targetFqdns: ["*.blob.core.windows.net"] }),
          storage("data"),
        ],
      ],
      [
        "to the public side of a service: another name does not",
        "blocked",
        "The firewall fw has no rule that allows it, and denies what none names.",
        [
          ...spokes,
          ...joined,
          firewall("hub", { ...web, targetFqdns: ["other.blob.core.windows.net"] }),
          storage("data"),
        ],
      ],
      [
        "to the public side of a service: a network rule names the service's tag",
        "allowed public",
        "The firewall fw has a rule that allows it.",
        [
          ...spokes,
          ...joined,
          firewall("hub", { ...pass, destinationAddresses: ["Storage"] }),
          storage("data"),
        ],
      ],
      [
        "to the public side of a service: the tag of another service does not",
        "blocked",
        "The firewall fw has no rule that allows it, and denies what none names.",
        [...spokes, ...joined, firewall("hub", { ...pass, destinationAddresses: ["Sql"] }), storage("data")],
      ],
      [
        "to the public side of a service: nothing is allowed",
        "blocked",
        "The firewall fw has no rule that allows it, and denies what none names.",
        [...spokes, ...joined, firewall("hub"), storage("data")],
      ],
    ],
    { group: "blob" },
  );

  test("a rule for one subnet is none for its neighbour, by address and by group", async () => {
    const two = vnet("a", "10.1.0.0/16", {
      app: { addressPrefix: "10.1.1.0/24", ...routed("rt") },
      jobs: { addressPrefix: "10.1.2.0/24", ...routed("rt") },
    });
    const table = routes("rt", ["0.0.0.0/0", "VirtualAppliance", "10.9.1.4"]);
    const around = [hub, two, table, peered("hub", "a", forwarded, forwarded), storage("data")];
    const named = { ...web, targetFqdns: ["data.blob.core.windows.net"] };
    for (const rules of [
      [firewall("hub", { ...named, sourceAddresses: ["10.1.1.0/24"] })],
      [
        firewall("hub", {
          ...named,
          sourceAddresses: [],
          sourceIpGroups: [id("Microsoft.Network/ipGroups", "from")],
        }),
        group("from", "10.1.1.0/24"),
      ],
    ]) {
      const { reach } = await estate([...around, ...rules]);
      expect([reach("app", "data", "blob"), reach("jobs", "data", "blob")]).toEqual([
        "allowed public",
        "blocked",
      ]);
    }
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
  asked("mi", [
    [
      "a managed instance without public endpoint",
      "internet",
      "blocked",
      "mi has no public address.",
      [...net(opens), mi()],
    ],
    [
      "with its public endpoint and an open group",
      "internet",
      "allowed public",
      "The security group of mi lets port 3342 in.",
      [...net(opens), mi({ publicDataEndpointEnabled: true })],
    ],
    [
      "with its public endpoint behind the default rules",
      "internet",
      "blocked",
      "The security group of mi keeps port 3342 closed.",
      [...net(nsg("g")), mi({ publicDataEndpointEnabled: true })],
    ],
    [
      "from the same network",
      "app",
      "allowed injected",
      "The security group of mi lets app in.",
      [...net(nsg("g")), mi()],
    ],
    [
      "from a peered network",
      "peer",
      "allowed injected",
      "w and v are peered, both halves connected.",
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
      "w and v are not peered with both halves and access allowed.",
      [...net(nsg("g")), mi(), vnet("w", "10.1.0.0/16", { peer: { addressPrefix: "10.1.1.0/24" } })],
    ],
    [
      "from on-premises, over the gateway of a peered hub",
      "on-premises",
      "allowed injected",
      "On-premises has a way into v.",
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
      "No gateway leads from on-premises into v, where mi lies.",
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
      "The security group of mi refuses app.",
      [...net(nsg("g", ["Deny", "Inbound", "10.0.2.0/24", "*", "1433"])), mi()],
    ],
  ]);

  const injected = (...linked: readonly string[]) => [
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
  asked("pg", [
    [
      "an injected server whose zone is linked where it is asked",
      "app",
      "allowed injected",
      "The zone of pg is linked where w asks.",
      injected("v", "w"),
    ],
    [
      "an injected server whose zone is not linked there",
      "app",
      "blocked",
      "The zone of pg is not linked to w, so its name does not resolve there.",
      injected("v"),
    ],
    [
      "an injected server has no public side",
      "internet",
      "blocked",
      "The public side of pg is closed (public network access is off).",
      injected("v", "w"),
    ],
  ]);
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
  asked("aks", [
    [
      "from the nodes' network",
      "jump",
      "allowed private-endpoint",
      "In v the name of aks resolves to the endpoint that Azure makes for it.",
      [...nets, cluster()],
    ],
    [
      "from the internet",
      "internet",
      "blocked",
      "The public side of aks is closed (it lies inside the network or an enforced perimeter closes it).",
      [...nets, cluster()],
    ],
    [
      "from a peered network, with Azure's own zone",
      "far",
      "blocked",
      "The private zone of aks is not linked to w, so its name does not resolve there.",
      [...nets, cluster({ privateDNSZone: "System" })],
    ],
    [
      "from a peered network, with a zone that is linked there",
      "far",
      "allowed private-endpoint",
      "In w the name of aks resolves to the endpoint that Azure makes for it.",
      [...nets, cluster(withZone), zone(own, "v", "w")],
    ],
    [
      "from a peered network, with a zone that is not linked there",
      "far",
      "blocked",
      "The private zone of aks is not linked to w, so its name does not resolve there.",
      [...nets, cluster(withZone), zone(own, "v")],
    ],
    [
      "from a peered network, by a public name for the private address",
      "far",
      "allowed private-endpoint",
      "In w the name of aks resolves to the endpoint that Azure makes for it.",
      [...nets, cluster({ privateDNSZone: "None" })],
    ],
  ]);
});

describe("what stands under a condition", () => {
  const parameters = { flag: { type: "bool" } };
  const condition = "[parameters('flag')]";
  const [made, group] = endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob", BLOB_ZONE) as readonly [
    TemplateResource,
    TemplateResource,
  ];
  const beside = [
    vnet("v", "10.0.0.0/16", {
      app: { addressPrefix: "10.0.1.0/24" },
      pe: { addressPrefix: "10.0.2.0/24" },
    }),
    zone(BLOB_ZONE, "v"),
    { ...made, condition },
    { ...group, condition },
  ];
  const account = storage("data", closed);
  asked(
    "data",
    [
      [
        "a target is asked about as if it existed",
        "internet",
        "allowed public",
        "The firewall of data admits everyone.",
        [{ ...storage("data"), condition }],
      ],
      [
        "what stands under the target's own condition stands with it",
        "app",
        "allowed private-endpoint",
        "In v the name of data resolves to a private endpoint.",
        [...beside, { ...account, condition }],
      ],
      [
        "what stands under a condition that the target does not have",
        "app",
        "unknown",
        "It cannot be told whether in v the name of data resolves to a private endpoint",
        [...beside, account],
      ],
    ],
    { parameters },
  );

  test("what does not exist is neither source nor target", async () => {
    const { network } = await estate([{ ...storage("data"), condition: false }]);
    expect(network.reach.targets).toEqual([]);
  });

  const outside =
    "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/far";
  const named = storage("data", {
    networkAcls: { defaultAction: "Deny", bypass: "None", virtualNetworkRules: [{ id: outside }] },
  });
  askedFrom("far", "data", [
    [
      "a subnet outside the stack is a source where it is named",
      "unknown",
      "It cannot be told whether far has the service endpoint Microsoft.Storage: data sees the subnet's private address: it depends on what far.properties.serviceEndpoints holds.",
      [named],
    ],
  ]);
  test("and nowhere else", async () => {
    const { network } = await estate([named]);
    expect(network.reach.sources.filter(({ kind }) => kind === "subnet")).toEqual([]);
  });
});

describe("an endpoint without a zone group", () => {
  const resources = [
    vnet("v", "10.0.0.0/16", { app: { addressPrefix: "10.0.1.0/24" }, pe: { addressPrefix: "10.0.2.0/24" } }),
    storage("data", closed),
    endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob"),
  ];
  askedFrom(
    "app",
    "data",
    [
      [
        "does not resolve",
        "blocked",
        "In v the name of data resolves to its public address: no zone that is linked there leads to its private endpoint.",
        resources,
      ],
    ],
    { group: "blob" },
  );
  askedFrom(
    "app",
    "data",
    [
      [
        "resolves where Azure Policy attaches zone groups",
        "allowed private-endpoint",
        "In v the name of data resolves to a private endpoint.",
        resources,
      ],
    ],
    { group: "blob", settings: { privateDns: "policy" } },
  );
});
