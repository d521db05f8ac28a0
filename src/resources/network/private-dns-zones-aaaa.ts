import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/privateDnsZones/AAAA", () => ({
  azurerm: {
    azurerm_private_dns_aaaa_record: {
      identity: { parent: ["private_dns_zone_id"], names: ["zone_name"] },
      arguments: {
        "records[]": "properties.aaaaRecords[].ipv6Address",
      },
    },
  },
}));
