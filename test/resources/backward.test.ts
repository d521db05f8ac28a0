import { argumentFor, ResourceRegistry } from "../../src/resources/index.ts";

const registry = new ResourceRegistry();
const table = (name: string) => {
  const entry = registry.azurerm(name);
  if (!entry) throw new Error(`no table for ${name}`);
  return entry.table;
};

test("an ARM property leads back to the argument that sets it, in Terraform's words", () => {
  const storage = table("azurerm_storage_account");
  expect(argumentFor(storage, 4, "properties.publicNetworkAccess", "Disabled")).toEqual({
    blocks: [],
    argument: "public_network_access_enabled",
    value: false,
  });
  expect(argumentFor(storage, 4, "properties.networkAcls.defaultAction", "Deny")).toEqual({
    blocks: [{ name: "network_rules", repeated: false }],
    argument: "default_action",
    value: "Deny",
  });
});

test("the argument is one that the provider's version has", () => {
  const subnet = table("azurerm_subnet");
  const path = "properties.serviceEndpoints[].service";
  expect(argumentFor(subnet, 4, path, "Microsoft.Sql")).toMatchObject({
    blocks: [],
    argument: "service_endpoints",
  });
  expect(argumentFor(subnet, 5, path, "Microsoft.Sql")).toMatchObject({
    blocks: [{ name: "service_endpoint", repeated: true }],
    argument: "service",
  });
  const policies = "properties.privateEndpointNetworkPolicies";
  expect(argumentFor(subnet, 2, policies, "Enabled")).toMatchObject({ value: false });
  expect(argumentFor(subnet, 4, policies, "Enabled")).toMatchObject({ value: "Enabled" });
});

test("a turned-round boolean is turned round again", () => {
  const route = table("azurerm_route_table");
  expect(argumentFor(route, 4, "properties.disableBgpRoutePropagation", true)).toMatchObject({
    argument: "bgp_route_propagation_enabled",
    value: false,
  });
});

test("what the provider has no argument for has none", () => {
  expect(
    argumentFor(table("azurerm_maps_account"), 5, "properties.publicNetworkAccess", "Disabled"),
  ).toBeUndefined();
});
