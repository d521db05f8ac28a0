import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DBforPostgreSQL/flexibleServers/firewallRules", () => ({
  azurerm: {
    azurerm_postgresql_flexible_server_firewall_rule: {
      identity: { parent: ["server_id"] },
      arguments: {
        start_ip_address: "properties.startIpAddress",
        end_ip_address: "properties.endIpAddress",
      },
    },
  },
}));
