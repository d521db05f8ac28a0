import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Sql/servers/virtualNetworkRules", () => ({
  azurerm: {
    azurerm_mssql_virtual_network_rule: {
      identity: { parent: ["server_id"] },
      arguments: {
        subnet_id: "properties.virtualNetworkSubnetId",
        ignore_missing_vnet_service_endpoint: {
          arm: "properties.ignoreMissingVnetServiceEndpoint",
          default: false,
        },
      },
    },
    azurerm_sql_virtual_network_rule: {
      identity: { names: ["server_name"] },
      majors: [2, 3],
      arguments: {
        subnet_id: "properties.virtualNetworkSubnetId",
        ignore_missing_vnet_service_endpoint: {
          arm: "properties.ignoreMissingVnetServiceEndpoint",
          default: false,
        },
      },
    },
  },
}));
