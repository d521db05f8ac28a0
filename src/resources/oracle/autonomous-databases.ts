import { defineResourceType } from "../define.ts";

export default defineResourceType("Oracle.Database/autonomousDatabases", () => ({
  azurerm: {
    azurerm_oracle_autonomous_database: {
      majors: [4, 5],
      arguments: {
        allowed_ips: "properties.whitelistedIps",
        subnet_id: "properties.subnetId",
        virtual_network_id: "properties.vnetId",
        mtls_connection_required: "properties.isMtlsConnectionRequired",
      },
    },
    azurerm_oracle_autonomous_database_clone_from_backup: {
      majors: [4, 5],
      arguments: {
        allowed_ip_addresses: "properties.whitelistedIps",
        subnet_id: "properties.subnetId",
        virtual_network_id: "properties.vnetId",
      },
    },
    azurerm_oracle_autonomous_database_clone_from_database: {
      majors: [4, 5],
      arguments: {
        allowed_ip_addresses: "properties.whitelistedIps",
        subnet_id: "properties.subnetId",
        virtual_network_id: "properties.vnetId",
      },
    },
  },
}));
