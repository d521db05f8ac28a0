import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DataFactory/factories/integrationRuntimes", () => ({
  azurerm: {
    azurerm_data_factory_integration_runtime_azure: {
      identity: { parent: ["data_factory_id"] },
      arguments: {
        virtual_network_enabled: {
          arm: "properties.managedVirtualNetwork.referenceName",
          map: { true: "default", false: null },
        },
      },
    },
    azurerm_data_factory_integration_runtime_azure_ssis: {
      identity: { parent: ["data_factory_id"] },
      arguments: {
        "vnet_integration.subnet_id": "properties.typeProperties.computeProperties.vNetProperties.subnetId",
        "vnet_integration.vnet_id": "properties.typeProperties.computeProperties.vNetProperties.vNetId",
        "vnet_integration.subnet_name": "properties.typeProperties.computeProperties.vNetProperties.subnet",
        "vnet_integration.public_ips": "properties.typeProperties.computeProperties.vNetProperties.publicIPs",
        "express_vnet_integration.subnet_id": {
          arm: "properties.typeProperties.customerVirtualNetwork.subnetId",
          majors: [3, 5],
        },
      },
    },
  },
}));
