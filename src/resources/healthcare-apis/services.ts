import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.HealthcareApis/services", () => ({
  azurerm: {
    azurerm_healthcare_service: {
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
      },
    },
  },
}));
