import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DBforPostgreSQL/servers/firewallRules", () => ({
  azurerm: {
    azurerm_postgresql_firewall_rule: {
      identity: { names: ["server_name"] },
      majors: [2, 4],
      arguments: {
        start_ip_address: "properties.startIpAddress",
        end_ip_address: "properties.endIpAddress",
      },
    },
  },
}));
