import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkManagers/commits", () => ({
  azurerm: {
    azurerm_network_manager_deployment: {
      majors: [3, 5],
      arguments: {},
    },
  },
}));
