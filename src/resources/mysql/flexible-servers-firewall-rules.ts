import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DBforMySQL/flexibleServers/firewallRules", () => ({
  azurerm: {
    azurerm_mysql_flexible_server_firewall_rule: {
      identity: { names: ["server_name"] },
      arguments: {
        start_ip_address: "properties.startIpAddress",
        end_ip_address: "properties.endIpAddress",
      },
    },
  },
}));
