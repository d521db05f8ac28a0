import { BLOB_ZONE, endpoint, estate, guarded, nsg, routed, routes, storage, vnet, zone } from "./estate.ts";
import type { TemplateResource } from "./stack.ts";

const app = { addressPrefix: "10.0.1.0/24" };
const pe = { addressPrefix: "10.0.2.0/24" };
const toBlob = endpoint("pe", ["v", "pe"], ["Microsoft.Storage/storageAccounts", "data"], "blob", BLOB_ZONE);

test("a security group that does not act on the endpoint beside it is told as such", async () => {
  const { why } = await estate([
    vnet("v", "10.0.0.0/16", { app, pe: { ...pe, ...guarded("g") } }),
    nsg("g", ["Deny", "Inbound", "*", "*", "*", "*"]),
    storage("data"),
    toBlob,
    zone(BLOB_ZONE, "v"),
  ]);
  expect(why("app", "data", "blob").at(-1)).toBe(
    "decides: The security group of Microsoft.Network/virtualNetworks/v/subnets/pe does not act on endpoints: its network policies for them are off.",
  );
});

test("a route to the internet is told where it lets the packet out", async () => {
  const { why } = await estate([
    vnet("v", "10.0.0.0/16", { app: { ...app, ...routed("rt") } }),
    routes("rt", ["0.0.0.0/0", "None"], ["Storage", "Internet"]),
    storage("data"),
  ]);
  expect(why("app", "data", "blob")).toContain(
    "decides: The route Microsoft.Network/routeTables/rt/routes/route1 sends it to the internet.",
  );
});

test("what stands under the target's own condition is not told as uncertain", async () => {
  const condition = "[parameters('flag')]";
  const under = (one: TemplateResource): TemplateResource => ({ ...one, condition });
  const { why } = await estate(
    [
      vnet("v", "10.0.0.0/16", { app, pe }),
      under(storage("data", { publicNetworkAccess: "Disabled" })),
      toBlob.map(under),
      zone(BLOB_ZONE, "v"),
    ],
    {},
    { parameters: { flag: { type: "bool" } } },
  );
  const v = "Microsoft.Network/virtualNetworks/v";
  expect(why("app", "data", "blob")).toEqual([
    `decides: In ${v} the name of Microsoft.Storage/storageAccounts/data resolves to a private endpoint.`,
    `allows: Both lie in ${v}.`,
    `allows: ${v}/subnets/app has no security group: nothing keeps the packet in.`,
  ]);
});
