import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkManagers/networkGroups", () => ({
  azurerm: {
    azurerm_network_manager_network_group: {
      identity: { parent: ["network_manager_id"] },
      majors: [3, 5],
      arguments: {},
    },
  },
}));
