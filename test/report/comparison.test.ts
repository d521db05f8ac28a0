import { comparison } from "../../src/report/comparison.ts";
import { endpoint, endpointsFor, estate, SQL_ZONE, sql, vnet } from "../network/estate.ts";

const subnets = {
  app: { addressPrefix: "10.0.1.0/24", ...endpointsFor("Microsoft.Sql") },
  pe: { addressPrefix: "10.0.2.0/24" },
};
const rowsOf = async (...more: Parameters<typeof estate>[0]) => {
  const { network } = await estate([vnet("v", "10.0.0.0/16", subnets), sql("db"), ...more]);
  return comparison(network).map(({ aspect, serviceEndpoint, privateEndpoint }) => [
    aspect,
    serviceEndpoint,
    privateEndpoint,
  ]);
};

test("the rows are those of the article, as Azure is now, with the network's own numbers", async () => {
  const made = endpoint("pe", ["v", "pe"], ["Microsoft.Sql/servers", "db"], "sqlServer", SQL_ZONE);
  expect(await rowsOf(made)).toEqual([
    ["In this stack", "on 1 subnet(s)", "1 endpoint(s)"],
    ["Scope", expect.stringMatching(/^the whole service/), "one instance"],
    ["Traffic stays on Microsoft's backbone", "yes", "yes"],
    ["The public address can be turned off", "no", "yes"],
    ["Reached without any public address", "no", "yes"],
    [
      "Traffic from the network can be restricted",
      expect.stringMatching(/^yes/),
      expect.stringMatching(/policies are on$/),
    ],
    ["Reached from on-premises", expect.stringMatching(/^no/), expect.stringMatching(/^yes/)],
    ["DNS has to change", "no", expect.stringMatching(/^yes/)],
    ["Cost", "none", "1 endpoint(s) by the hour, and by volume"],
    ["Availability it adds to the chain", "none of its own", "99.99%"],
  ]);
});

test("without an endpoint the cost is told in general", async () => {
  expect(await rowsOf()).toContainEqual(["Cost", "none", "by endpoint and hour, and by volume"]);
});
