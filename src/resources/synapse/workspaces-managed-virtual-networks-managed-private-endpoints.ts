import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.Synapse/workspaces/managedVirtualNetworks/managedPrivateEndpoints",
  () => ({
    azurerm: {
      azurerm_synapse_managed_private_endpoint: {
        arguments: {},
      },
    },
  }),
);
