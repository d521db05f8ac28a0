import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.HealthcareApis/workspaces", () => ({
  azurerm: {
    azurerm_healthcare_workspace: {
      majors: [3, 5],
      arguments: {},
    },
  },
}));
