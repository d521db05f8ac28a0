import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/trafficmanagerprofiles", () => ({
  azurerm: {
    azurerm_traffic_manager_profile: {
      arguments: {
        traffic_routing_method: "properties.trafficRoutingMethod",
        profile_status: { arm: "properties.profileStatus", default: { 4: "Enabled", 5: "Enabled" } },
      },
    },
  },
}));
