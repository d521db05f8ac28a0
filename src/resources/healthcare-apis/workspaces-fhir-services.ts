import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.HealthcareApis/workspaces/fhirservices", () => ({
  azurerm: {
    azurerm_healthcare_fhir_service: {
      identity: { parent: ["workspace_id"] },
      majors: [3, 5],
      arguments: {},
    },
  },
}));
