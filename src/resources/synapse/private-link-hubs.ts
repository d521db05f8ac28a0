import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Synapse/privateLinkHubs", () => ({
  azurerm: {
    azurerm_synapse_private_link_hub: {
      arguments: {},
    },
  },
}));
