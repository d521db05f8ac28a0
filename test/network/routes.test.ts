import {
  BLOB_ZONE,
  endpoint,
  firewall,
  id,
  nic,
  peered,
  resolver,
  routed,
  routes,
  storage,
  subnetId,
  vnet,
  vpn,
  zone,
} from "./estate.ts";
import type { TemplateResource } from "./stack.ts";
import { type Resources, truthTable } from "./truth-table.ts";

type Row = readonly [what: string, expected: string, decides: string, resources: Resources];
type Parts = Readonly<Record<string, unknown>>;

const asked = (from: string, to: string, rows: readonly Row[], group?: string): void =>
  truthTable(
    rows.map(([what, expected, decides, resources]) => ({
      ...{ what, from, to, group, expected, decides, resources },
      parameters: { any: { type: "string" } },
    })),
  );

const any = "[parameters('any')]";
const STORAGE = "Microsoft.Storage/storageAccounts";
const forwarded = { allowForwardedTraffic: true };
const both = (a: string, b: string) => peered(a, b, forwarded, forwarded);

/** A firewall rule for TCP from anywhere to some addresses. */
const passTo = (...destinationAddresses: readonly string[]): Parts => ({
  ruleType: "NetworkRule",
  ipProtocols: ["TCP"],
  sourceAddresses: ["*"],
  destinationAddresses,
  destinationPorts: ["443"],
});

/** An interface with an address of its own. */
const fixed = (name: string, at: readonly [string, string], privateIPAddress: string): TemplateResource => ({
  type: "Microsoft.Network/networkInterfaces",
  name,
  location: "westeurope",
  properties: {
    ipConfigurations: [
      {
        name: "ipconfig",
        properties: {
          subnet: { id: subnetId(...at) },
          privateIPAllocationMethod: "Static",
          privateIPAddress,
        },
      },
    ],
  },
});

describe("routes inside one network", () => {
  const net = (space = "10.0.0.0/16") =>
    vnet("v", space, {
      app: { addressPrefix: "10.0.1.0/24", ...routed("rt") },
      vm: { addressPrefix: "10.0.2.0/24" },
      AzureFirewallSubnet: { addressPrefix: "10.0.9.0/26" },
    });
  const plain = [net(), nic("vm", ["v", "vm"])];
  asked("app", "vm", [
    [
      "a default route loses against the network's own",
      "allowed injected",
      "The route route0 (0.0.0.0/0) of app does not count here: the route that Azure makes for the address space is longer.",
      [...plain, routes("rt", ["0.0.0.0/0", "None"])],
    ],
    [
      "a shorter prefix than the network's loses",
      "allowed injected",
      "The route route0 (10.0.0.0/8) of app does not count here: the route that Azure makes for the address space is longer.",
      [...plain, routes("rt", ["10.0.0.0/8", "None"])],
    ],
    [
      "a prefix equal to the network's wins",
      "blocked",
      "The route route0 (10.0.0.0/16) drops what app sends to vm.",
      [...plain, routes("rt", ["10.0.0.0/16", "None"])],
    ],
    [
      "a longer prefix wins",
      "blocked",
      "The route route0 (10.0.2.0/24) drops what app sends to vm.",
      [...plain, routes("rt", ["10.0.2.0/24", "None"])],
    ],
    [
      "a route for other addresses of the network",
      "allowed injected",
      "Both lie in v.",
      [...plain, routes("rt", ["10.0.3.0/24", "None"])],
    ],
    [
      "a route for a service tag",
      "allowed injected",
      "Both lie in v.",
      [...plain, routes("rt", ["Storage", "None"])],
    ],
    [
      "the longer of two routes counts: straight through the network",
      "allowed injected",
      "The route route1 (10.0.2.0/24) sends it straight through the network.",
      [...plain, routes("rt", ["10.0.0.0/16", "None"], ["10.0.2.0/24", "VnetLocal"])],
    ],
    [
      "the longer of two routes counts: to nowhere",
      "blocked",
      "The route route0 (10.0.2.0/24) drops what app sends to vm.",
      [...plain, routes("rt", ["10.0.2.0/24", "None"], ["10.0.0.0/16", "VnetLocal"])],
    ],
    [
      "to the internet, where a private address leads nowhere that is documented",
      "unknown injected",
      "It cannot be told whether it gets on from there: it depends on what becomes of a private address that is sent to the internet.",
      [...plain, routes("rt", ["10.0.0.0/16", "Internet"])],
    ],
    [
      "to the gateway",
      "unknown injected",
      "It cannot be told whether the hub's gateway passes it on: it depends on what the gateway does with traffic between two networks.",
      [...plain, routes("rt", ["10.0.0.0/16", "VirtualNetworkGateway"])],
    ],
    [
      "to an address that nobody has",
      "unknown injected",
      'It cannot be told whether the appliance "10.200.0.4" forwards it: it depends on who has the next hop "10.200.0.4".',
      [...plain, routes("rt", ["10.0.0.0/16", "VirtualAppliance", "10.200.0.4"])],
    ],
    [
      "to a machine: what it forwards cannot be told",
      "unknown injected",
      "It cannot be told whether the appliance nva forwards it: it depends on whether nva forwards it.",
      [
        ...plain,
        fixed("nva", ["v", "vm"], "10.0.2.9"),
        routes("rt", ["10.0.0.0/16", "VirtualAppliance", "10.0.2.9"]),
      ],
    ],
    [
      "to the interface itself",
      "allowed injected",
      "Both lie in v.",
      [
        net(),
        fixed("vm", ["v", "vm"], "10.0.2.9"),
        routes("rt", ["10.0.0.0/16", "VirtualAppliance", "10.0.2.9"]),
      ],
    ],
    [
      "to a firewall that allows it",
      "allowed injected",
      "The firewall fw has a rule that allows it.",
      [
        ...plain,
        firewall("v", passTo("10.0.2.0/24")),
        routes("rt", ["10.0.0.0/16", "VirtualAppliance", "10.0.9.4"]),
      ],
    ],
    [
      "to a firewall that has no rule for it",
      "blocked",
      "The firewall fw has no rule that allows it, and denies what none names.",
      [
        ...plain,
        firewall("v", passTo("10.7.0.0/16")),
        routes("rt", ["10.0.2.0/24", "VirtualAppliance", "10.0.9.4"]),
      ],
    ],
    [
      "a default route to a firewall without rules is never taken",
      "allowed injected",
      "Both lie in v.",
      [...plain, firewall("v"), routes("rt", ["0.0.0.0/0", "VirtualAppliance", "10.0.9.4"])],
    ],
    [
      "a route for one half of the subnet, and nobody knows in which the interface lies",
      "unknown injected",
      "It cannot be told whether the route route0 (10.0.2.0/25) is for vm: it depends on which address of vm it has.",
      [...plain, routes("rt", ["10.0.2.0/25", "None"])],
    ],
    [
      "a route for one half of the subnet, the interface in the other",
      "allowed injected",
      "Both lie in v.",
      [net(), fixed("vm", ["v", "vm"], "10.0.2.200"), routes("rt", ["10.0.2.0/25", "None"])],
    ],
    [
      "a route for one half of the subnet, the interface in it",
      "blocked",
      "The route route0 (10.0.2.0/25) drops what app sends to vm.",
      [net(), fixed("vm", ["v", "vm"], "10.0.2.20"), routes("rt", ["10.0.2.0/25", "None"])],
    ],
    [
      "a route for each half of the subnet: wherever the interface lies",
      "blocked",
      "The route route0 (10.0.2.0/25) drops what app sends to vm.",
      [...plain, routes("rt", ["10.0.2.0/25", "None"], ["10.0.2.128/25", "None"])],
    ],
    [
      "a prefix that nobody knows",
      "unknown injected",
      "is for vm: it depends on which addresses",
      [...plain, routes("rt", [any, "None"])],
    ],
    [
      "a prefix that nobody knows changes nothing where it leads the same way",
      "allowed injected",
      "Both lie in v.",
      [...plain, routes("rt", [any, "VnetLocal"])],
    ],
    [
      "a prefix that nobody knows, and one that drops it anyway",
      "blocked",
      "drops what app sends to vm.",
      [...plain, routes("rt", [any, "None"], ["10.0.0.0/16", "None"])],
    ],
    [
      "a next hop that nobody knows",
      "unknown injected",
      "it depends on the next hop of route0.",
      [...plain, routes("rt", ["10.0.0.0/16", any])],
    ],
    [
      "a next hop that nobody knows on a route that does not count",
      "allowed injected",
      "Both lie in v.",
      [...plain, routes("rt", ["0.0.0.0/0", any])],
    ],
    [
      "an address space that nobody knows may be longer than the route",
      "unknown injected",
      "It cannot be told whether the route route0 (10.0.0.0/8) is for vm: it depends on which addresses v has.",
      [net(any), nic("vm", ["v", "vm"]), routes("rt", ["10.0.0.0/8", "None"])],
    ],
    [
      "an address space that nobody knows holds the subnet, so is no longer than it",
      "blocked",
      "The route route0 (10.0.2.0/24) drops what app sends to vm.",
      [net(any), nic("vm", ["v", "vm"]), routes("rt", ["10.0.2.0/24", "None"])],
    ],
    [
      "an address space that nobody knows is longer than a default route",
      "allowed injected",
      "Both lie in v.",
      [net(any), nic("vm", ["v", "vm"]), routes("rt", ["0.0.0.0/0", "None"])],
    ],
    [
      "an address space that nobody knows, and a route for the very same",
      "blocked",
      "drops what app sends to vm.",
      [net(any), nic("vm", ["v", "vm"]), routes("rt", [any, "None"])],
    ],
    [
      "a route table outside of the code",
      "unknown injected",
      "It cannot be told whether a route that is not in this code is for vm",
      [
        vnet("v", "10.0.0.0/16", {
          app: {
            addressPrefix: "10.0.1.0/24",
            routeTable: {
              id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/central/providers/Microsoft.Network/routeTables/central",
            },
          },
          vm: { addressPrefix: "10.0.2.0/24" },
        }),
        nic("vm", ["v", "vm"]),
      ],
    ],
  ]);
  asked("app", "vm", [
    [
      "inside one subnet routes count as well",
      "blocked",
      "The route route0 (10.0.0.0/16) drops what app sends to vm.",
      [net(), nic("vm", ["v", "app"]), routes("rt", ["10.0.0.0/16", "None"])],
    ],
    [
      "each prefix of the network is a route of its own",
      "allowed injected",
      "The route route0 (10.5.0.0/16) of app does not count here: the route that Azure makes for the address space is longer.",
      [
        vnet(
          "v",
          "10.0.0.0/16",
          {
            app: { addressPrefix: "10.0.1.0/24", ...routed("rt") },
            vm: { addressPrefix: "10.5.0.0/25" },
          },
          { addressSpace: { addressPrefixes: ["10.0.0.0/16", "10.5.0.0/24"] } },
        ),
        nic("vm", ["v", "vm"]),
        routes("rt", ["10.5.0.0/16", "None"]),
      ],
    ],
  ]);
});

describe("routes between peered networks", () => {
  const net = (table: string) => [
    vnet("a", "10.1.0.0/16", { app: { addressPrefix: "10.1.1.0/24", ...routed(table) } }),
    vnet("b", "10.2.0.0/16", { vm: { addressPrefix: "10.2.1.0/24" } }),
    vnet("hub", "10.9.0.0/16", {
      AzureFirewallSubnet: { addressPrefix: "10.9.1.0/26", ...routed("inner") },
    }),
    nic("vm", ["b", "vm"]),
    routes("inner"),
  ];
  const spokes = [...net("rt"), peered("a", "b")];
  const hops = "10.9.1.4";
  asked("app", "vm", [
    [
      "a route as long as the peer's prefix drops it",
      "blocked",
      "The route route0 (10.2.0.0/16) drops what app sends to vm.",
      [...spokes, routes("rt", ["10.2.0.0/16", "None"])],
    ],
    [
      "a shorter route than the peer's prefix does not",
      "allowed injected",
      "The route route0 (10.0.0.0/8) of app does not count here: the route that Azure makes for the address space is longer.",
      [...spokes, routes("rt", ["10.0.0.0/8", "None"])],
    ],
    [
      "straight into a peer: nothing says what such a route does",
      "unknown injected",
      "it depends on whether such a route leads into a network that is joined.",
      [...spokes, routes("rt", ["10.2.0.0/16", "VnetLocal"])],
    ],
    [
      "peered spokes, and a route through the hub's firewall, which has a rule",
      "allowed injected",
      "b accepts what hub forwards.",
      [
        ...spokes,
        both("hub", "a"),
        both("hub", "b"),
        firewall("hub", passTo("10.2.0.0/16")),
        routes("rt", ["10.2.0.0/16", "VirtualAppliance", hops]),
      ],
    ],
    [
      "peered spokes, and a route through the hub's firewall, which has none",
      "blocked",
      "The firewall fw has no rule that allows it, and denies what none names.",
      [
        ...spokes,
        both("hub", "a"),
        both("hub", "b"),
        firewall("hub"),
        routes("rt", ["10.2.0.0/16", "VirtualAppliance", hops]),
      ],
    ],
    [
      "peered spokes go past the firewall to which only the rest is sent",
      "allowed injected",
      "a and b are peered, both halves connected.",
      [
        ...spokes,
        both("hub", "a"),
        both("hub", "b"),
        firewall("hub"),
        routes("rt", ["0.0.0.0/0", "VirtualAppliance", hops]),
      ],
    ],
    [
      "the firewall's network does not lead on",
      "blocked",
      "hub and b are not peered with both halves and access allowed.",
      [
        ...spokes,
        both("hub", "a"),
        firewall("hub", passTo("*")),
        routes("rt", ["10.2.0.0/16", "VirtualAppliance", hops]),
      ],
    ],
    [
      "spokes that are not peered, by a route shorter than the spoke",
      "allowed injected",
      "The route route0 (10.0.0.0/8) sends it to the firewall fw.",
      [
        ...net("rt"),
        both("hub", "a"),
        both("hub", "b"),
        firewall("hub", passTo("10.2.0.0/16")),
        routes("rt", ["10.0.0.0/8", "VirtualAppliance", hops]),
      ],
    ],
    [
      "spokes that are not peered, the default route to the firewall and the spoke's to nowhere",
      "blocked",
      "The route route1 (10.2.0.0/16) drops what app sends to vm.",
      [
        ...net("rt"),
        both("hub", "a"),
        both("hub", "b"),
        firewall("hub", passTo("10.2.0.0/16")),
        routes("rt", ["0.0.0.0/0", "VirtualAppliance", hops], ["10.2.0.0/16", "None"]),
      ],
    ],
    [
      "networks that nothing joins, whoever has the next hop",
      "blocked",
      "Nothing joins a and b, wherever a route leads.",
      [...net("rt"), routes("rt", ["0.0.0.0/0", "VirtualAppliance", "10.200.0.4"])],
    ],
    [
      "the firewall's subnet sends it to the firewall again",
      "blocked",
      "The route route0 sends it back to fw: it goes round in a circle.",
      [
        ...net("rt").filter((one) => one.name !== "inner"),
        routes("inner", ["10.2.0.0/16", "VirtualAppliance", hops]),
        both("hub", "a"),
        both("hub", "b"),
        firewall("hub", passTo("10.2.0.0/16")),
        routes("rt", ["10.2.0.0/16", "VirtualAppliance", hops]),
      ],
    ],
    [
      "through the firewalls of two hubs",
      "allowed injected",
      "b accepts what far forwards.",
      [
        ...net("rt").filter((one) => one.name !== "inner"),
        vnet("far", "10.8.0.0/16", { AzureFirewallSubnet: { addressPrefix: "10.8.1.0/26" } }),
        routes("inner", ["10.2.0.0/16", "VirtualAppliance", "10.8.1.4"]),
        both("hub", "a"),
        both("far", "b"),
        both("hub", "far"),
        firewall("hub", passTo("10.2.0.0/16")),
        JSON.parse(
          JSON.stringify(firewall("far", passTo("10.2.0.0/16")))
            .replaceAll('"fw"', '"fw2"')
            .replaceAll("policy", "policy2")
            .replaceAll("firewallpolicy2", "firewallPolicy")
            .replaceAll("firewallPolicy2", "firewallPolicy"),
        ) as readonly TemplateResource[],
        routes("rt", ["10.2.0.0/16", "VirtualAppliance", hops]),
      ],
    ],
  ]);
  asked("app", "vm", [
    [
      "one network, its traffic sent through the hub, from where it takes nothing forwarded",
      "blocked",
      "a does not accept what hub forwards: its peering does not allow forwarded traffic.",
      [
        ...net("rt").filter((one) => one.name !== "vm"),
        peered("hub", "a"),
        nic("vm", ["a", "app"]),
        firewall("hub", passTo("*")),
        routes("rt", ["10.1.0.0/16", "VirtualAppliance", hops]),
      ],
    ],
  ]);
});

describe("routes to a private endpoint", () => {
  const net = (policies: string | undefined) => [
    vnet("v", "10.0.0.0/16", {
      app: { addressPrefix: "10.0.1.0/24", ...routed("rt") },
      pe: {
        addressPrefix: "10.0.2.0/24",
        ...(policies && { privateEndpointNetworkPolicies: policies }),
      },
      AzureFirewallSubnet: { addressPrefix: "10.0.9.0/26" },
    }),
    storage("data", { publicNetworkAccess: "Disabled" }),
    zone(BLOB_ZONE, "v"),
  ];
  const pe = endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob", BLOB_ZONE);
  const at = (privateIPAddress: string) =>
    endpoint("pe", ["v", "pe"], [STORAGE, "data"], "blob", BLOB_ZONE, {
      ipConfigurations: [
        { name: "one", properties: { privateIPAddress, groupId: "blob", memberName: "blob" } },
      ],
    });
  const own =
    "The route route0 (10.0.0.0/16) of app does not count here: a private endpoint's own route is longer.";
  const drops = (prefix: string) => `The route route0 (${prefix}) drops what app sends to pe.`;
  const rule = {
    ruleType: "ApplicationRule",
    protocols: [{ protocolType: "Https", port: 443 }],
    sourceAddresses: ["*"],
    targetFqdns: ["*.blob.core.windows.net"],
  };
  asked(
    "app",
    "data",
    [
      [
        "its own route is longer than the network's",
        "allowed private-endpoint",
        own,
        [...net(undefined), pe, routes("rt", ["10.0.0.0/16", "None"])],
      ],
      [
        "its own route is longer than one for its subnet",
        "allowed private-endpoint",
        "The route route0 (10.0.2.0/24) of app does not count here: a private endpoint's own route is longer.",
        [...net("Disabled"), pe, routes("rt", ["10.0.2.0/24", "None"])],
      ],
      [
        "policies for security groups alone do not touch routes",
        "allowed private-endpoint",
        own,
        [...net("NetworkSecurityGroupEnabled"), pe, routes("rt", ["10.0.0.0/16", "None"])],
      ],
      [
        "route policies let the network's prefix win",
        "blocked",
        drops("10.0.0.0/16"),
        [...net("RouteTableEnabled"), pe, routes("rt", ["10.0.0.0/16", "None"])],
      ],
      [
        "route policies let a longer prefix win",
        "blocked",
        drops("10.0.2.0/24"),
        [...net("Enabled"), pe, routes("rt", ["10.0.2.0/24", "None"])],
      ],
      [
        "route policies do not let a shorter prefix win",
        "allowed private-endpoint",
        "The route route0 (10.0.0.0/8) of app does not count here: the route that Azure makes for the address space is longer.",
        [...net("Enabled"), pe, routes("rt", ["10.0.0.0/8", "None"])],
      ],
      [
        "policies that nobody knows",
        "unknown private-endpoint",
        "It cannot be told whether Azure's own route for the private endpoint pe counts",
        [...net(any), pe, routes("rt", ["10.0.0.0/16", "None"])],
      ],
      [
        "policies that nobody knows do not matter to a default route",
        "allowed private-endpoint",
        "In v the name of data resolves to a private endpoint.",
        [...net(any), pe, routes("rt", ["0.0.0.0/0", "None"])],
      ],
      [
        "a route for its very address wins without policies",
        "blocked",
        drops("10.0.2.7/32"),
        [...net("Disabled"), at("10.0.2.7"), routes("rt", ["10.0.2.7/32", "None"])],
      ],
      [
        "a route for one address, and nobody knows whether it is the endpoint's",
        "unknown private-endpoint",
        "It cannot be told whether the route route0 (10.0.2.7/32) is for pe: it depends on which address of pe it has.",
        [...net("Disabled"), pe, routes("rt", ["10.0.2.7/32", "None"])],
      ],
      [
        "a route for another endpoint's address",
        "allowed private-endpoint",
        "Both lie in v.",
        [...net("Disabled"), at("10.0.2.8"), routes("rt", ["10.0.2.7/32", "None"])],
      ],
      [
        "through a firewall that knows its name",
        "allowed private-endpoint",
        "The firewall fw has a rule that allows it.",
        [
          ...net("RouteTableEnabled"),
          pe,
          firewall("v", rule),
          routes("rt", ["10.0.2.0/24", "VirtualAppliance", "10.0.9.4"]),
        ],
      ],
      [
        "through a firewall that knows another name",
        "blocked",
        "The firewall fw has no rule that allows it, and denies what none names.",
        [
          ...net("RouteTableEnabled"),
          pe,
          firewall("v", { ...rule, targetFqdns: ["*.vault.azure.net"] }),
          routes("rt", ["10.0.2.0/24", "VirtualAppliance", "10.0.9.4"]),
        ],
      ],
      [
        "without policies it goes past the firewall",
        "allowed private-endpoint",
        "The route route0 (10.0.2.0/24) of app does not count here: a private endpoint's own route is longer.",
        [
          ...net("Disabled"),
          pe,
          firewall("v"),
          routes("rt", ["10.0.2.0/24", "VirtualAppliance", "10.0.9.4"]),
        ],
      ],
    ],
    "blob",
  );

  const spokes = (policies: string) => [
    vnet("a", "10.1.0.0/16", { app: { addressPrefix: "10.1.1.0/24", ...routed("rt") } }),
    vnet("v", "10.0.0.0/16", {
      pe: { addressPrefix: "10.0.2.0/24", privateEndpointNetworkPolicies: policies },
    }),
    vnet("hub", "10.9.0.0/16", { AzureFirewallSubnet: { addressPrefix: "10.9.1.0/26" } }),
    storage("data", { publicNetworkAccess: "Disabled" }),
    zone(BLOB_ZONE, "a"),
    both("hub", "a"),
    both("hub", "v"),
    pe,
  ];
  asked(
    "app",
    "data",
    [
      [
        "in a network that is not peered its own route is not known: through the firewall",
        "allowed private-endpoint",
        "The route route0 (0.0.0.0/0) sends it to the firewall fw.",
        [
          ...spokes("Disabled"),
          firewall("hub", rule),
          routes("rt", ["0.0.0.0/0", "VirtualAppliance", "10.9.1.4"]),
        ],
      ],
      [
        "in a network that is not peered, and the firewall has no rule",
        "blocked",
        "The firewall fw has no rule that allows it, and denies what none names.",
        [...spokes("Disabled"), firewall("hub"), routes("rt", ["0.0.0.0/0", "VirtualAppliance", "10.9.1.4"])],
      ],
      [
        "in a peered network its own route is known",
        "allowed private-endpoint",
        "The route route0 (10.0.0.0/16) of app does not count here: a private endpoint's own route is longer.",
        [...spokes("Disabled"), peered("a", "v"), routes("rt", ["10.0.0.0/16", "None"])],
      ],
      [
        "in a peered network with route policies",
        "blocked",
        drops("10.0.0.0/16"),
        [...spokes("RouteTableEnabled"), peered("a", "v"), routes("rt", ["10.0.0.0/16", "None"])],
      ],
    ],
    "blob",
  );
});

describe("routes of a gateway's subnet", () => {
  const estate = (more: Parts = {}) => [
    vnet("hub", "10.9.0.0/16", {
      GatewaySubnet: { addressPrefix: "10.9.0.0/27", ...routed("rt") },
      AzureFirewallSubnet: { addressPrefix: "10.9.1.0/26" },
      inbound: { addressPrefix: "10.9.2.0/28" },
    }),
    vnet("spoke", "10.1.0.0/16", {
      vm: { addressPrefix: "10.1.1.0/24" },
      pe: { addressPrefix: "10.1.2.0/24", ...more },
    }),
    peered(
      "hub",
      "spoke",
      { allowGatewayTransit: true },
      { useRemoteGateways: true, allowForwardedTraffic: true },
    ),
    vpn("hub"),
    nic("vm", ["spoke", "vm"]),
  ];
  const to = (prefix: string) => routes("rt", [prefix, "VirtualAppliance", "10.9.1.4"]);
  asked("on-premises", "vm", [
    [
      "no route: by the gateway",
      "allowed injected",
      "On-premises has a way into spoke.",
      [...estate(), routes("rt")],
    ],
    [
      "the spoke through a firewall that allows it",
      "allowed injected",
      "The route route0 (10.1.0.0/16) sends it to the firewall fw.",
      [...estate(), firewall("hub", passTo("10.1.0.0/16")), to("10.1.0.0/16")],
    ],
    [
      "the spoke through a firewall that has no rule",
      "blocked",
      "The firewall fw has no rule that allows it, and denies what none names.",
      [...estate(), firewall("hub"), to("10.1.0.0/16")],
    ],
    [
      "the firewall allows some sources, and nobody knows those of on-premises",
      "unknown injected",
      "It cannot be told whether the firewall fw has a rule that allows it",
      [
        ...estate(),
        firewall("hub", { ...passTo("10.1.0.0/16"), sourceAddresses: ["192.168.0.0/24"] }),
        to("10.1.0.0/16"),
      ],
    ],
    [
      "a shorter route than the spoke's prefix is not taken",
      "allowed injected",
      "The route route0 (10.0.0.0/8) of GatewaySubnet does not count here: the route that Azure makes for the address space is longer.",
      [...estate(), firewall("hub"), to("10.0.0.0/8")],
    ],
    [
      "the spoke to nowhere",
      "blocked",
      "The route route0 (10.1.0.0/16) drops what GatewaySubnet sends to vm.",
      [...estate(), routes("rt", ["10.1.0.0/16", "None"])],
    ],
  ]);
  const data = [
    storage("data", { publicNetworkAccess: "Disabled" }),
    endpoint("pe", ["spoke", "pe"], [STORAGE, "data"], "blob", BLOB_ZONE),
    zone(BLOB_ZONE, "hub"),
    resolver("hub", "inbound"),
    firewall("hub"),
  ];
  asked(
    "on-premises",
    "data",
    [
      [
        "an endpoint's own route goes past the firewall",
        "allowed private-endpoint",
        "The route route0 (10.1.0.0/16) of GatewaySubnet does not count here: a private endpoint's own route is longer.",
        [...estate(), ...data, to("10.1.0.0/16")],
      ],
      [
        "with route policies the firewall decides",
        "blocked",
        "The firewall fw has no rule that allows it, and denies what none names.",
        [...estate({ privateEndpointNetworkPolicies: "Enabled" }), ...data, to("10.1.0.0/16")],
      ],
    ],
    "blob",
  );
  asked("on-premises", "mi", [
    [
      "a dedicated service behind the firewall",
      "blocked",
      "The firewall fw has no rule that allows it, and denies what none names.",
      [
        ...estate(),
        firewall("hub"),
        {
          type: "Microsoft.Sql/managedInstances",
          name: "mi",
          location: "westeurope",
          properties: { subnetId: id("Microsoft.Network/virtualNetworks/subnets", "spoke", "vm") },
        },
        to("10.1.0.0/16"),
      ],
    ],
  ]);
});
