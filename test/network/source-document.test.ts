/**
 * The pictures of the Azure article on integrating services with virtual networks, as infrastructure: who reaches whom over which
 * path is what the article says in words.
 */
import { endpoint, endpointsFor, SQL_ZONE, sql, sqlNetworkRule, sqlRule, vnet, zone } from "./estate.ts";
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
