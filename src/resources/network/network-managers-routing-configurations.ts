import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkManagers/routingConfigurations", () => ({
  azurerm: {
    azurerm_network_manager_routing_configuration: {
      identity: { parent: ["network_manager_id"] },
      majors: [4, 5],
      arguments: {
        route_table_usage_mode: { arm: "properties.routeTableUsageMode", default: "ManagedOnly" },
      },
    },
  },
}));
