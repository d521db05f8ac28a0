import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DBforPostgreSQL/serverGroupsv2", () => ({
  azurerm: {
    azurerm_cosmosdb_postgresql_cluster: {
      majors: [3, 5],
      arguments: {
        coordinator_public_ip_access_enabled: {
          arm: "properties.coordinatorEnablePublicIpAccess",
          default: true,
        },
        node_public_ip_access_enabled: { arm: "properties.nodeEnablePublicIpAccess", default: false },
      },
    },
  },
}));
