import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DocumentDB/cassandraClusters/dataCenters", () => ({
  azurerm: {
    azurerm_cosmosdb_cassandra_datacenter: {
      identity: { parent: ["cassandra_cluster_id"] },
      arguments: {
        delegated_management_subnet_id: "properties.delegatedSubnetId",
      },
    },
  },
}));
