import { type ReachRow, reachTable } from "../../src/network/index.ts";
import fc from "../random.ts";
import {
  BLOB_ZONE,
  endpoint,
  endpointsFor,
  guarded,
  id,
  nic,
  nsg,
  peered,
  publicAddress,
  routed,
  routes,
  storage,
  subnetId,
  vnet,
  zone,
} from "./estate.ts";
import { networkOf, type TemplateResource } from "./stack.ts";

/** Every input of the estate with the values it may take. */
const INPUTS: Readonly<Record<string, readonly (string | boolean)[]>> = {
  access: ["Enabled", "Disabled"],
  action: ["Allow", "Deny"],
  address: ["0.0.0.0/0", "203.0.113.5", "10.0.0.0/8"],
  peering: [true, false],
  endpoint: [true, false],
  link: [true, false],
  rule: ["Allow", "Deny"],
  port: ["443", "22", "*"],
  from: ["Internet", "VirtualNetwork", "203.0.113.0/24"],
  hop: ["Internet", "None"],
  prefix: ["10.0.3.0/24", "10.0.2.0/25", "10.0.0.0/16", "10.0.0.0/8", "10.1.1.0/24"],
  inner: ["None", "VnetLocal"],
  space: ["10.0.0.0/16", "10.0.0.0/20"],
  policies: ["Disabled", "RouteTableEnabled"],
  service: ["Microsoft.Storage", "Microsoft.Sql"],
  zones: ["Standard", "Basic"],
};

const given = (name: string): string => `[parameters('${name}')]`;
const under = (name: string, resources: readonly TemplateResource[]): readonly TemplateResource[] =>
  resources.map((one) => ({ ...one, condition: given(name) }));

function resources(): readonly TemplateResource[] {
  return [
    vnet("v", given("space"), {
      app: {
        addressPrefix: "10.0.1.0/24",
        ...guarded("g"),
        ...routed("rt"),
        serviceEndpoints: [{ service: given("service") }],
      },
      pe: { addressPrefix: "10.0.2.0/24", privateEndpointNetworkPolicies: given("policies") },
    }),
    vnet("w", "10.1.0.0/16", { far: { addressPrefix: "10.1.1.0/24", ...endpointsFor("Microsoft.Storage") } }),
    ...under("peering", peered("v", "w")),
    nsg(
      "g",
      [given("rule") as "Allow", "Outbound", "*", "*", given("port"), "*"],
      ["Allow", "Inbound", given("from"), "*", given("port")],
    ),
    routes("rt", ["0.0.0.0/0", given("hop")], [given("prefix"), given("inner")]),
    storage("data", {
      publicNetworkAccess: given("access"),
      networkAcls: {
        defaultAction: given("action"),
        bypass: "None",
        ipRules: [{ value: given("address") }],
        virtualNetworkRules: [{ id: subnetId("v", "app") }],
      },
    }),
    ...under(
      "endpoint",
      endpoint("pe", ["v", "pe"], ["Microsoft.Storage/storageAccounts", "data"], "blob", BLOB_ZONE),
    ),
    ...zone(BLOB_ZONE, "v"),
    {
      type: "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
      name: `${BLOB_ZONE}/w`,
      condition: given("link"),
      properties: { virtualNetwork: { id: id("Microsoft.Network/virtualNetworks", "w") } },
    },
    publicAddress("ip", given("zones")),
    nic("vm", ["v", "app"], { address: "ip" }),
    nic("inside", ["v", "pe"]),
    nic("outside", ["w", "far"]),
  ];
}

async function table(
  values: Readonly<Record<string, string | boolean>>,
  hidden: readonly string[],
): Promise<readonly ReachRow[]> {
  const parameters = Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const type = typeof value === "boolean" ? "bool" : "string";
      return [name, hidden.includes(name) ? { type } : { type, defaultValue: value }];
    }),
  );
  const network = await networkOf(resources(), {}, { parameters });
  return [...reachTable(network)];
}

test("hiding an input never turns a verdict round: it stays, or becomes unknown", async () => {
  const values = fc.record(
    Object.fromEntries(Object.entries(INPUTS).map(([name, list]) => [name, fc.constantFrom(...list)])),
  );
  await fc.assert(
    fc.asyncProperty(values, fc.subarray(Object.keys(INPUTS)), async (chosen, hidden) => {
      const known = await table(chosen, []);
      const veiled = await table(chosen, hidden);
      expect(veiled.map(({ source, target }) => [source, target])).toEqual(
        known.map(({ source, target }) => [source, target]),
      );
      veiled.forEach((row, at) => {
        const before = known[at];
        const where = `${row.source.address} to ${row.target.address} ${row.target.group ?? ""}`;
        expect([where, row.verdict]).toEqual([
          where,
          row.verdict === "unknown" ? "unknown" : before?.verdict,
        ]);
        if (row.verdict !== "unknown") return;
        if (row.path !== null && before?.path != null)
          expect([where, row.path]).toEqual([where, before.path]);
      });
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("with nothing hidden every verdict is decided but for an address that only Azure knows", async () => {
  const values = Object.fromEntries(
    Object.entries(INPUTS).map(([name, [first]]) => [name, first as string | boolean]),
  );
  const undecided = (await table(values, [])).filter(({ verdict }) => verdict === "unknown");
  expect(undecided.map(({ source, evidence }) => [source.kind, evidence.at(-1)?.message])).toEqual([]);
});
