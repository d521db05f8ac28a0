import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.LabServices/labPlans", () => ({
  azurerm: {
    azurerm_lab_service_plan: {
      majors: [3, 3],
      arguments: {
        default_network_subnet_id: "properties.defaultNetworkProfile.subnetId",
      },
    },
  },
}));
