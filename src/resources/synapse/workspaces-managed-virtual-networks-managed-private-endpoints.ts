import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.Synapse/workspaces/managedVirtualNetworks/managedPrivateEndpoints",
  () => ({
    azurerm: {
      azurerm_synapse_managed_private_endpoint: {
        // made through the data plane; the names are those that ARM uses for the same thing elsewhere
        identity: { parent: ["synapse_workspace_id"], names: ["=default"] },
        arguments: {
          target_resource_id: "properties.privateLinkResourceId",
          subresource_name: "properties.groupId",
        },
      },
    },
  }),
);
