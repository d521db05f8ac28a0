import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/dnsZones", () => ({
  azurerm: {
    azurerm_dns_zone: {
      arguments: {},
    },
  },
}));
