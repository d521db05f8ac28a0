import { lintText } from "isolint/testing";

const ENDPOINT = {
  name: "pe",
  resource_group_name: "rg",
  location: "westeurope",
  subnet_id:
    "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/endpoints",
};
const CONNECTION = {
  name: "c",
  private_connection_resource_id:
    "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st",
  subresource_names: ["blob"],
  is_manual_connection: true,
  request_message: "please",
};

test.each([
  ["an object", CONNECTION],
  ["a list with one object", [CONNECTION]],
])("a block that JSON writes as %s goes where its arguments say", async (_, connection) => {
  const resource = {
    azurerm_private_endpoint: { p: { ...ENDPOINT, private_service_connection: connection } },
  };
  const { findings } = await lintText(
    { "main.tf.json": JSON.stringify({ resource }) },
    { only: ["private-endpoint/manual-approval"] },
  );
  expect(findings.map(({ verdict }) => verdict)).toEqual(["fail"]);
});
