import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.SqlVirtualMachine/sqlVirtualMachines", () => ({
  azurerm: {
    azurerm_mssql_virtual_machine: {
      arguments: {
        sql_connectivity_type: {
          arm: "properties.serverConfigurationsManagementSettings.sqlConnectivityUpdateSettings.connectivityType",
          default: "PRIVATE",
        },
        sql_connectivity_port: {
          arm: "properties.serverConfigurationsManagementSettings.sqlConnectivityUpdateSettings.port",
          default: 1433,
        },
      },
    },
  },
}));
