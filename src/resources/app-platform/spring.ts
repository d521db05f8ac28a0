import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.AppPlatform/Spring", () => ({
  azurerm: {
    azurerm_spring_cloud_service: {
      arguments: {
        "network.app_subnet_id": "properties.networkProfile.appSubnetId",
        "network.service_runtime_subnet_id": "properties.networkProfile.serviceRuntimeSubnetId",
        "network.outbound_type": {
          arm: "properties.networkProfile.outboundType",
          majors: [3, 5],
          default: "loadBalancer",
        },
        log_stream_public_endpoint_enabled: {
          arm: "properties.vnetAddons.logStreamPublicEndpoint",
          majors: [3, 5],
        },
        sku_name: { arm: "sku.name", default: "S0" },
      },
    },
  },
}));
