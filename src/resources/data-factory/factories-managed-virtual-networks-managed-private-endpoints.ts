import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.DataFactory/factories/managedVirtualNetworks/managedPrivateEndpoints",
  () => ({
    azurerm: {
      azurerm_data_factory_managed_private_endpoint: {
        identity: { parent: ["data_factory_id"], names: ["=default"] },
        arguments: {
          target_resource_id: "properties.privateLinkResourceId",
          subresource_name: "properties.groupId",
          fqdns: { arm: "properties.fqdns", computed: true },
        },
      },
    },
  }),
);
