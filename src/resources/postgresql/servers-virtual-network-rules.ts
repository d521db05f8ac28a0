import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DBforPostgreSQL/servers/virtualNetworkRules", () => ({
  azurerm: {
    azurerm_postgresql_virtual_network_rule: {
      identity: { names: ["server_name"] },
      majors: [2, 4],
      arguments: {
        subnet_id: "properties.virtualNetworkSubnetId",
        ignore_missing_vnet_service_endpoint: "properties.ignoreMissingVnetServiceEndpoint",
      },
    },
  },
}));
