import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.AppPlatform/Spring/DevToolPortals", () => ({
  azurerm: {
    azurerm_spring_cloud_dev_tool_portal: {
      identity: { parent: ["spring_cloud_service_id"] },
      majors: [3, 5],
      arguments: {
        public_network_access_enabled: "properties.public",
      },
    },
  },
}));
