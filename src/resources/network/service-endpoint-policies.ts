import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/serviceEndpointPolicies", () => ({
  azurerm: {
    azurerm_subnet_service_endpoint_storage_policy: {
      arguments: {
        "definition[].name": "properties.serviceEndpointPolicyDefinitions[].name",
        "definition[].service": {
          arm: "properties.serviceEndpointPolicyDefinitions[].properties.service",
          majors: [3, 5],
          default: "Microsoft.Storage",
        },
        "definition[].service_resources":
          "properties.serviceEndpointPolicyDefinitions[].properties.serviceResources",
      },
    },
  },
}));
