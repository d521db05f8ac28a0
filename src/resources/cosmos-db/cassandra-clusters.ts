import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DocumentDB/cassandraClusters", () => ({
  azurerm: {
    azurerm_cosmosdb_cassandra_cluster: {
      arguments: {
        delegated_management_subnet_id: "properties.delegatedManagementSubnetId",
      },
    },
  },
}));
