import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/privateDnsZones/CNAME", () => ({
  azurerm: {
    azurerm_private_dns_cname_record: {
      identity: { parent: ["private_dns_zone_id"], names: ["zone_name"] },
      arguments: {
        record: "properties.cnameRecord.cname",
      },
    },
  },
}));
