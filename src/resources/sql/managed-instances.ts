import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Sql/managedInstances", () => ({
  azurerm: {
    azurerm_mssql_managed_instance: {
      arguments: {
        subnet_id: "properties.subnetId",
        public_data_endpoint_enabled: { arm: "properties.publicDataEndpointEnabled", default: false },
        proxy_override: {
          arm: "properties.proxyOverride",
          default: { 2: "Default", 3: "Default", 5: "Redirect" },
        },
        minimum_tls_version: { arm: "properties.minimalTlsVersion", default: "1.2" },
      },
    },
    azurerm_sql_managed_instance: {
      majors: [2, 3],
      arguments: {
        subnet_id: "properties.subnetId",
        public_data_endpoint_enabled: { arm: "properties.publicDataEndpointEnabled", default: false },
        proxy_override: { arm: "properties.proxyOverride", default: "Default" },
      },
    },
  },
}));
