import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Logic/integrationServiceEnvironments", () => ({
  azurerm: {
    azurerm_integration_service_environment: {
      majors: [2, 3],
      arguments: {
        "virtual_network_subnet_ids[]": "properties.networkConfiguration.subnets[].id",
        access_endpoint_type: "properties.networkConfiguration.accessEndpoint.type",
      },
    },
  },
}));
