import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkManagers/networkGroups/staticMembers", () => ({
  azurerm: {
    azurerm_network_manager_static_member: {
      identity: { parent: ["network_group_id"] },
      majors: [3, 5],
      arguments: {
        target_virtual_network_id: "properties.resourceId",
      },
    },
  },
}));
