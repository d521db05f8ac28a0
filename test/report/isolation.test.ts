import { isolatedServices } from "../../src/report/isolation.ts";
import {
  delegatedTo,
  endpoint,
  endpointsFor,
  estate,
  SQL_ZONE,
  sql,
  sqlNetworkRule,
  sqlRule,
  subnetId,
  vnet,
} from "../network/estate.ts";

const SQL = "Microsoft.Sql/servers";

test("each service is told with the methods that isolate it: one of the four, several, or none", async () => {
  const { network } = await estate([
    vnet("v", "10.0.0.0/16", {
      app: { addressPrefix: "10.0.1.0/24", ...endpointsFor("Microsoft.Sql") },
      pe: { addressPrefix: "10.0.2.0/24" },
      pg: { addressPrefix: "10.0.3.0/24", ...delegatedTo("Microsoft.DBforPostgreSQL/flexibleServers") },
    }),
    {
      type: "Microsoft.DBforPostgreSQL/flexibleServers",
      name: "injected",
      location: "westeurope",
      properties: { network: { delegatedSubnetResourceId: subnetId("v", "pg") } },
    },
    sql("by-endpoint", { publicNetworkAccess: "Disabled" }),
    endpoint("pe", ["v", "pe"], [SQL, "by-endpoint"], "sqlServer", SQL_ZONE),
    sql("by-subnet"),
    sqlNetworkRule("by-subnet", "v", "app"),
    sql("by-address"),
    sqlRule("by-address", "office", "203.0.113.5"),
    sql("by-several"),
    endpoint("pe-several", ["v", "pe"], [SQL, "by-several"], "sqlServer", SQL_ZONE),
    sqlNetworkRule("by-several", "v", "app"),
    sql("by-nothing"),
    sqlRule("by-nothing", "all", "0.0.0.0", "255.255.255.255"),
  ]);
  const told = isolatedServices(network).map(({ name, methods, exposure }) => [name, methods, exposure]);
  expect(Object.fromEntries(told.map(([name, ...rest]) => [name, rest]))).toEqual({
    injected: [["dedicated"], "private"],
    "by-endpoint": [["private endpoint"], "private"],
    "by-subnet": [["service endpoint"], "selected"],
    "by-address": [["service tag or address rules"], "selected"],
    "by-several": [["private endpoint", "service endpoint"], "selected"],
    "by-nothing": [[], "open"],
  });
});
