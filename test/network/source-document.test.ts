/**
 * The pictures of the Azure article on integrating services with virtual networks, as infrastructure: who reaches whom over which
 * path is what the article says in words.
 */
import {
  BLOB_ZONE,
  delegatedTo,
  endpoint,
  endpointsFor,
  firewall,
  guarded,
  id,
  nic,
  nsg,
  peered,
  routed,
  routes,
  SQL_ZONE,
  sql,
  sqlNetworkRule,
  sqlRule,
  storage,
  subnetId,
  vnet,
  vpn,
  zone,
} from "./estate.ts";
import { type Resources, truthTable } from "./truth-table.ts";

type Row = readonly [what: string, from: string, to: string, expected: string, decides: string];

const asked = (resources: Resources, rows: readonly Row[]): void =>
  truthTable(
    rows.map(([what, from, to, expected, decides]) => ({ what, from, to, expected, decides, resources })),
  );

describe("the picture of private endpoints", () => {
  const picture = [
    vnet("vnet", "10.0.0.0/16", {
      clients: { addressPrefix: "10.0.1.0/24" },
      endpoints: { addressPrefix: "10.0.2.0/24" },
    }),
    vnet("another", "10.5.0.0/16", { elsewhere: { addressPrefix: "10.5.1.0/24" } }),
    sql("private", { publicNetworkAccess: "Disabled" }),
    sql("both"),
    sql("other"),
    sqlRule("other", "azure", "0.0.0.0"),
    sqlRule("both", "office", "203.0.113.5"),
    endpoint(
      "pe-private",
      ["vnet", "endpoints"],
      ["Microsoft.Sql/servers", "private"],
      "sqlServer",
      SQL_ZONE,
    ),
    endpoint("pe-both", ["vnet", "endpoints"], ["Microsoft.Sql/servers", "both"], "sqlServer", SQL_ZONE),
    zone(SQL_ZONE, "vnet"),
  ];
  asked(picture, [
    [
      "clients of the network reach the instance through its endpoint",
      "clients",
      "private",
      "allowed private-endpoint",
      "In vnet the name of private resolves to a private endpoint.",
    ],
    [
      "with public access off nobody else does",
      "internet",
      "private",
      "blocked",
      "The public side of private is closed (public network access is off).",
    ],
    [
      "with public access off no other tenant does",
      "any-azure",
      "private",
      "blocked",
      "The public side of private is closed (public network access is off).",
    ],
    [
      "beside an open public side the clients take the endpoint all the same",
      "clients",
      "both",
      "allowed private-endpoint",
      "In vnet the name of both resolves to a private endpoint.",
    ],
    [
      "the firewall of the open public side can refuse everybody else",
      "internet",
      "both",
      "blocked",
      'The firewall of both refuses addresses that no rule names: only "203.0.113.5" to "203.0.113.5".',
    ],
    [
      "an instance without endpoint sees the same clients with a public address",
      "clients",
      "other",
      "allowed public",
      "An address rule of other admits the public address that clients leaves with.",
    ],
    [
      "which it has to admit with all of Azure",
      "any-azure",
      "other",
      "allowed public",
      "The rule 0.0.0.0 in the firewall of other admits every tenant's resources in Azure.",
    ],
    [
      "and not with the internet",
      "internet",
      "other",
      "blocked",
      'The firewall of other refuses addresses that no rule names: only "0.0.0.0" to "0.0.0.0".',
    ],
    [
      "clients of another network do, too",
      "elsewhere",
      "other",
      "allowed public",
      "An address rule of other admits the public address that elsewhere leaves with.",
    ],
    [
      "and have no way to the endpoint",
      "elsewhere",
      "private",
      "blocked",
      "In another the name of private resolves to its public address: no zone that is linked there leads to its private endpoint.",
    ],
  ]);
});

describe("the picture of service endpoints", () => {
  const picture = [
    vnet("vnet", "10.0.0.0/16", {
      "subnet-a": { addressPrefix: "10.0.1.0/24", ...endpointsFor("Microsoft.Sql") },
      "subnet-b": { addressPrefix: "10.0.2.0/24" },
    }),
    sql("server"),
    sqlNetworkRule("server", "vnet", "subnet-a"),
    sql("elsewhere"),
    sqlRule("elsewhere", "azure", "0.0.0.0"),
  ];
  asked(picture, [
    [
      "subnet A is seen with its private address and admitted by the network rule",
      "subnet-a",
      "server",
      "allowed service-endpoint",
      "A network rule of server admits subnet-a.",
    ],
    [
      "subnet B comes with a public address, which no rule admits",
      "subnet-b",
      "server",
      "blocked",
      "No address rule of server admits the public address that subnet-b leaves with.",
    ],
    [
      "subnet A takes the service endpoint to any server, where address rules do not match it",
      "subnet-a",
      "elsewhere",
      "blocked",
      "No network rule of elsewhere admits subnet-a; its address rules do not match private addresses.",
    ],
    [
      "subnet B reaches that server with its public address",
      "subnet-b",
      "elsewhere",
      "allowed public",
      "An address rule of elsewhere admits the public address that subnet-b leaves with.",
    ],
    [
      "the server is closed to the internet",
      "internet",
      "server",
      "blocked",
      "The firewall of server refuses addresses that no rule names.",
    ],
    [
      "and to other customers, who may share an address with a subnet",
      "any-azure",
      "server",
      "blocked",
      "No rule of server admits Azure as a whole.",
    ],
  ]);
});

describe("a subnet without any way out to public addresses", () => {
  const closed = { defaultOutboundAccess: false };
  asked(
    [
      vnet("vnet", "10.0.0.0/16", {
        "subnet-a": { addressPrefix: "10.0.1.0/24", ...endpointsFor("Microsoft.Sql"), ...closed },
        "subnet-b": { addressPrefix: "10.0.2.0/24", ...closed },
      }),
      sql("server"),
      sqlNetworkRule("server", "vnet", "subnet-a"),
      sqlRule("server", "azure", "0.0.0.0"),
    ],
    [
      [
        "needs none for a service endpoint",
        "subnet-a",
        "server",
        "allowed service-endpoint",
        "subnet-a has the service endpoint Microsoft.Sql: server sees the subnet's private address.",
      ],
      [
        "needs one without it",
        "subnet-b",
        "server",
        "blocked",
        "subnet-b has no way out to public addresses: default outbound access is off and there is no NAT gateway.",
      ],
    ],
  );
});

describe("data cannot be taken out where public addresses are refused", () => {
  const STORAGE = "Microsoft.Storage/storageAccounts";
  const estate = (...rules: Parameters<typeof nsg>[1][]): Resources => [
    vnet("vnet", "10.0.0.0/16", {
      app: { addressPrefix: "10.0.1.0/24", ...guarded("g") },
      pe: { addressPrefix: "10.0.2.0/24" },
    }),
    nsg("g", ...rules),
    storage("own", { publicNetworkAccess: "Disabled" }),
    storage("foreign"),
    endpoint("pe-own", ["vnet", "pe"], [STORAGE, "own"], "blob", BLOB_ZONE),
    zone(BLOB_ZONE, "vnet"),
  ];
  const rows = (of: string): readonly Row[] => [
    [
      `${of}: the own instance is reached by its endpoint`,
      "app",
      "own",
      "allowed private-endpoint",
      "In vnet the name of own resolves to a private endpoint.",
    ],
    [
      `${of}: another is not`,
      "app",
      "foreign",
      "blocked",
      "The security group of app lets nothing out to Storage.",
    ],
  ];
  asked(estate(["Deny", "Outbound", "*", "Internet", "*", "*"]), rows("of the internet"));
  asked(estate(["Deny", "Outbound", "*", "AzureCloud", "*", "*"]), rows("of Azure's services"));
});

describe("dedicated services", () => {
  const hub = vnet("hub", "10.9.0.0/16", { GatewaySubnet: { addressPrefix: "10.9.0.0/27" } });
  const spoke = vnet("vnet", "10.0.0.0/16", {
    analysis: { addressPrefix: "10.0.1.0/24" },
    data: { addressPrefix: "10.0.2.0/24" },
    instance: { addressPrefix: "10.0.3.0/24", ...delegatedTo("Microsoft.Sql/managedInstances") },
  });
  const instance = {
    type: "Microsoft.Sql/managedInstances",
    name: "mi",
    location: "westeurope",
    properties: { subnetId: subnetId("vnet", "instance") },
  };
  const transit = peered("hub", "vnet", { allowGatewayTransit: true }, { useRemoteGateways: true });
  const [gateway] = vpn("hub");
  const circuit = [
    { ...gateway, properties: { ...(gateway?.properties as object), gatewayType: "ExpressRoute" } },
    { type: "Microsoft.Network/expressRouteCircuits", name: "line", location: "westeurope", properties: {} },
    {
      type: "Microsoft.Network/connections",
      name: "hub-line",
      location: "westeurope",
      properties: {
        connectionType: "ExpressRoute",
        virtualNetworkGateway1: { id: id("Microsoft.Network/virtualNetworkGateways", "hub-vpn") },
        peer: { id: id("Microsoft.Network/expressRouteCircuits", "line") },
      },
    },
  ];
  const far = vnet("far", "10.7.0.0/16", { office: { addressPrefix: "10.7.1.0/24" } });
  const both = (way: string): readonly Row[] => [
    [`over ${way}`, "on-premises", "mi", "allowed injected", "On-premises has a way into vnet."],
    [`over ${way}`, "on-premises", "vm", "allowed injected", "On-premises has a way into vnet."],
  ];
  const resources = [hub, spoke, instance, nic("vm", ["vnet", "data"])];
  asked([...resources, transit, vpn("hub")], both("a site-to-site VPN"));
  asked([...resources, transit, circuit], both("ExpressRoute"));
  asked(
    [...resources, vpn("hub")],
    [
      [
        "without a peering that lends the gateway",
        "on-premises",
        "mi",
        "blocked",
        "No gateway leads from on-premises into vnet, where mi lies.",
      ],
    ],
  );
  asked(
    [...resources, far, peered("vnet", "far")],
    [
      ["machines of one network", "analysis", "vm", "allowed injected", "Both lie in vnet."],
      [
        "from a peered network",
        "office",
        "mi",
        "allowed injected",
        "far and vnet are peered, both halves connected.",
      ],
    ],
  );
  asked(
    [...resources, far],
    [
      [
        "from a network that is not peered",
        "office",
        "mi",
        "blocked",
        "far and vnet are not peered with both halves and access allowed.",
      ],
    ],
  );
});

describe("through a firewall in the hub", () => {
  const service = "Microsoft.Storage";
  const estate = (endpointOn: "spoke" | "hub", tag: string): Resources => [
    vnet("hub", "10.9.0.0/16", {
      AzureFirewallSubnet: {
        addressPrefix: "10.9.1.0/26",
        ...(endpointOn === "hub" && endpointsFor(service)),
      },
    }),
    vnet("spoke", "10.1.0.0/16", {
      app: {
        addressPrefix: "10.1.1.0/24",
        ...routed("rt"),
        ...(endpointOn === "spoke" && endpointsFor(service)),
      },
    }),
    peered("hub", "spoke", { allowForwardedTraffic: true }, { allowForwardedTraffic: true }),
    routes("rt", ["0.0.0.0/0", "VirtualAppliance", "10.9.1.4"]),
    firewall("hub", {
      ruleType: "NetworkRule",
      ipProtocols: ["TCP"],
      sourceAddresses: ["10.1.0.0/16"],
      destinationAddresses: [tag],
      destinationPorts: ["443"],
    }),
    storage("data", {
      networkAcls: {
        defaultAction: "Deny",
        bypass: "None",
        virtualNetworkRules: [
          { id: endpointOn === "hub" ? subnetId("hub", "AzureFirewallSubnet") : subnetId("spoke", "app") },
        ],
      },
    }),
  ];
  asked(estate("spoke", "Storage"), [
    [
      "the source's own service endpoint goes past it",
      "app",
      "data",
      "allowed service-endpoint",
      "app has the service endpoint Microsoft.Storage: data sees the subnet's private address.",
    ],
  ]);
  asked(estate("hub", "Storage"), [
    [
      "the service endpoint of the firewall's subnet lets it in",
      "app",
      "data",
      "allowed service-endpoint",
      "A network rule of data admits AzureFirewallSubnet.",
    ],
  ]);
  asked(estate("hub", "Sql"), [
    [
      "the firewall allows the tag of another service only",
      "app",
      "data",
      "blocked",
      "The firewall fw has no rule that allows it, and denies what none names.",
    ],
  ]);
});

describe("a zone that is linked elsewhere", () => {
  asked(
    [
      vnet("vnet", "10.0.0.0/16", {
        app: { addressPrefix: "10.0.1.0/24" },
        pe: { addressPrefix: "10.0.2.0/24" },
      }),
      vnet("hub", "10.1.0.0/16", { x: { addressPrefix: "10.1.0.0/24" } }),
      sql("db", { publicNetworkAccess: "Disabled" }),
      endpoint("pe", ["vnet", "pe"], ["Microsoft.Sql/servers", "db"], "sqlServer", SQL_ZONE),
      zone(SQL_ZONE, "hub"),
    ],
    [
      [
        "leaves the client on the public path",
        "app",
        "db",
        "blocked",
        "In vnet the name of db resolves to its public address: no zone that is linked there leads to its private endpoint.",
      ],
    ],
  );
});
