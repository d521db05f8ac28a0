import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DBforMariaDB/servers/firewallRules", () => ({
  azurerm: {
    azurerm_mariadb_firewall_rule: {
      identity: { names: ["server_name"] },
      majors: [2, 3],
      arguments: {
        start_ip_address: "properties.startIpAddress",
        end_ip_address: "properties.endIpAddress",
      },
    },
  },
}));
