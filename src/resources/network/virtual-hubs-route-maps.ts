import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/virtualHubs/routeMaps", () => ({
  azurerm: {
    azurerm_route_map: {
      identity: { parent: ["virtual_hub_id"] },
      majors: [3, 5],
      arguments: {},
    },
  },
}));
