import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DBforPostgreSQL/serverGroupsv2/firewallRules", () => ({
  azurerm: {
    azurerm_cosmosdb_postgresql_firewall_rule: {
      identity: { parent: ["cluster_id"] },
      majors: [3, 5],
      arguments: {
        start_ip_address: "properties.startIpAddress",
        end_ip_address: "properties.endIpAddress",
      },
    },
  },
}));
