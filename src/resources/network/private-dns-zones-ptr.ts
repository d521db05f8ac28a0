import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/privateDnsZones/PTR", () => ({
  azurerm: {
    azurerm_private_dns_ptr_record: {
      identity: { parent: ["private_dns_zone_id"], names: ["zone_name"] },
      arguments: {
        "records[]": "properties.ptrRecords[].ptrdname",
      },
    },
  },
}));
