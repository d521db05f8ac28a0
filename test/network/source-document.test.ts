/**
 * The pictures of the Azure article on integrating services with virtual networks, as infrastructure: who reaches whom over which
 * path is what the article says in words.
 */
import {
  BLOB_ZONE,
  type Estate,
  endpoint,
  endpointsFor,
  estate,
  SQL_ZONE,
  sql,
  sqlNetworkRule,
  sqlRule,
  vnet,
  zone,
} from "./estate.ts";

describe("the picture of private endpoints", () => {
  let picture: Estate;
  beforeAll(async () => {
    picture = await estate([
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
    ]);
  });

  test("clients of the network reach the instance through its endpoint", () => {
    expect(picture.reach("clients", "private")).toBe("allowed private-endpoint");
  });

  test("with public access off nobody else does", () => {
    expect(picture.reach("internet", "private")).toBe("blocked");
    expect(picture.reach("any-azure", "private")).toBe("blocked");
  });

  test("beside an open public side the clients take the endpoint all the same", () => {
    expect(picture.reach("clients", "both")).toBe("allowed private-endpoint");
    expect(picture.reach("internet", "both")).toBe("blocked");
  });

  test("an instance without endpoint sees the same clients with a public address", () => {
    expect(picture.reach("clients", "other")).toBe("allowed public");
    expect(picture.reach("any-azure", "other")).toBe("allowed public");
    expect(picture.reach("internet", "other")).toBe("blocked");
  });
});

describe("the picture of service endpoints", () => {
  let picture: Estate;
  beforeAll(async () => {
    picture = await estate([
      vnet("vnet", "10.0.0.0/16", {
        "subnet-a": { addressPrefix: "10.0.1.0/24", ...endpointsFor("Microsoft.Sql") },
        "subnet-b": { addressPrefix: "10.0.2.0/24" },
      }),
      sql("server"),
      sqlNetworkRule("server", "vnet", "subnet-a"),
      sql("elsewhere"),
      sqlRule("elsewhere", "azure", "0.0.0.0"),
    ]);
  });

  test("subnet A is seen with its private address and admitted by the network rule", () => {
    expect(picture.reach("subnet-a", "server")).toBe("allowed service-endpoint");
  });

  test("subnet B comes with a public address, which no rule admits", () => {
    expect(picture.reach("subnet-b", "server")).toBe("blocked");
  });

  test("subnet A takes the service endpoint to any server, where address rules do not match it", () => {
    expect(picture.reach("subnet-a", "elsewhere")).toBe("blocked");
    expect(picture.reach("subnet-b", "elsewhere")).toBe("allowed public");
  });

  test("the evidence names the network rule", () => {
    expect(picture.why("subnet-a", "server").at(-1)).toContain("network rule");
  });
});

test("a zone that is linked elsewhere leaves the client on the public path", async () => {
  const { reach } = await estate([
    vnet("vnet", "10.0.0.0/16", {
      app: { addressPrefix: "10.0.1.0/24" },
      pe: { addressPrefix: "10.0.2.0/24" },
    }),
    vnet("hub", "10.1.0.0/16", { x: { addressPrefix: "10.1.0.0/24" } }),
    sql("db", { publicNetworkAccess: "Disabled" }),
    endpoint("pe", ["vnet", "pe"], ["Microsoft.Sql/servers", "db"], "sqlServer", SQL_ZONE),
    zone(SQL_ZONE, "hub"),
  ]);
  expect(reach("app", "db")).toBe("blocked");
  expect(BLOB_ZONE).not.toBe(SQL_ZONE);
});
