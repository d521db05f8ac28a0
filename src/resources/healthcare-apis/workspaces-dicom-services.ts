import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.HealthcareApis/workspaces/dicomservices", () => ({
  azurerm: {
    azurerm_healthcare_dicom_service: {
      identity: { parent: ["workspace_id"] },
      majors: [3, 5],
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
      },
    },
  },
}));
