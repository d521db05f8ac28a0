import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.AppPlatform/Spring/apps", () => ({
  azurerm: {
    azurerm_spring_cloud_app: {
      identity: { names: ["service_name"] },
      arguments: {
        is_public: { arm: "properties.public", default: false },
        public_endpoint_enabled: { arm: "properties.vnetAddons.publicEndpoint", majors: [3, 5] },
      },
    },
  },
}));
