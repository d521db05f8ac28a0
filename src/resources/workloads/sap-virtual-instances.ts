import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Workloads/sapVirtualInstances", () => ({
  azurerm: {
    azurerm_workloads_sap_single_node_virtual_instance: {
      majors: [3, 5],
      arguments: {
        managed_resources_network_access_type: {
          arm: "properties.managedResourcesNetworkAccessType",
          majors: [4, 5],
          default: "Public",
        },
        "single_server_configuration.subnet_id":
          "properties.configuration.infrastructureConfiguration.subnetId",
      },
    },
    azurerm_workloads_sap_three_tier_virtual_instance: {
      majors: [3, 5],
      arguments: {
        managed_resources_network_access_type: {
          arm: "properties.managedResourcesNetworkAccessType",
          majors: [4, 5],
          default: "Public",
        },
        "three_tier_configuration.application_server_configuration.subnet_id":
          "properties.configuration.infrastructureConfiguration.applicationServer.subnetId",
        "three_tier_configuration.central_server_configuration.subnet_id":
          "properties.configuration.infrastructureConfiguration.centralServer.subnetId",
        "three_tier_configuration.database_server_configuration.subnet_id":
          "properties.configuration.infrastructureConfiguration.databaseServer.subnetId",
      },
    },
  },
}));
