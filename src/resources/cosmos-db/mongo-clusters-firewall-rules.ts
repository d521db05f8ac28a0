import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DocumentDB/mongoClusters/firewallRules", () => ({
  azurerm: {
    azurerm_mongo_cluster_firewall_rule: {
      identity: { parent: ["mongo_cluster_id"] },
      majors: [4, 5],
      arguments: {
        start_ip_address: "properties.startIpAddress",
        end_ip_address: "properties.endIpAddress",
      },
    },
  },
}));
