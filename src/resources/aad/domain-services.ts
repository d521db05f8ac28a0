import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.AAD/domainServices", () => ({
  azurerm: {
    azurerm_active_directory_domain_service: {
      arguments: {
        "initial_replica_set[].subnet_id": "properties.replicaSets[].subnetId",
      },
    },
    azurerm_active_directory_domain_service_replica_set: {
      merge: { id: "domain_service_id" },
      arguments: {
        subnet_id: "properties.replicaSets[].subnetId",
      },
    },
  },
}));
