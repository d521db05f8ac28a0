import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/securityPartnerProviders", () => ({
  azurerm: {
    azurerm_virtual_hub_security_partner_provider: {
      arguments: {
        virtual_hub_id: "properties.virtualHub.id",
        security_provider_name: "properties.securityProviderName",
      },
    },
  },
}));
