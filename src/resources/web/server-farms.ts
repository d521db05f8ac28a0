import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Web/serverfarms", () => ({
  azurerm: {
    azurerm_app_service_plan: {
      majors: [2, 4],
      arguments: {
        app_service_environment_id: "properties.hostingEnvironmentProfile.id",
        "sku.tier": "sku.tier",
      },
    },
    azurerm_service_plan: {
      majors: [3, 5],
      arguments: {
        app_service_environment_id: "properties.hostingEnvironmentProfile.id",
        sku_name: "sku.name",
      },
    },
  },
}));
