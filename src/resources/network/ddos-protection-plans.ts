import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/ddosProtectionPlans", () => ({
  azurerm: {
    azurerm_network_ddos_protection_plan: {
      arguments: {},
    },
  },
}));
