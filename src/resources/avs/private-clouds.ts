import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.AVS/privateClouds", () => ({
  azurerm: {
    azurerm_vmware_private_cloud: {
      arguments: {
        internet_connection_enabled: { arm: "properties.internet", map: ENABLED, default: false },
        network_subnet_cidr: "properties.networkBlock",
      },
    },
  },
}));
