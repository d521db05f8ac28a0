import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/privateDnsZones", () => ({
  azurerm: {
    azurerm_private_dns_zone: {
      arguments: {},
    },
  },
}));
