import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/privateDnsZones/SRV", () => ({
  azurerm: {
    azurerm_private_dns_srv_record: {
      identity: { parent: ["private_dns_zone_id"], names: ["zone_name"] },
      arguments: {},
    },
  },
}));
