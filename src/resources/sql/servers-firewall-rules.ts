import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Sql/servers/firewallRules", () => ({
  azurerm: {
    azurerm_mssql_firewall_rule: {
      identity: { parent: ["server_id"] },
      arguments: {
        start_ip_address: "properties.startIpAddress",
        end_ip_address: "properties.endIpAddress",
      },
    },
    azurerm_sql_firewall_rule: {
      identity: { names: ["server_name"] },
      majors: [2, 3],
      arguments: {
        start_ip_address: "properties.startIpAddress",
        end_ip_address: "properties.endIpAddress",
      },
    },
  },
}));
