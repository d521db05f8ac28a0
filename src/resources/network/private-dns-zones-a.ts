import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/privateDnsZones/A", () => ({
  azurerm: {
    azurerm_private_dns_a_record: {
      identity: { parent: ["private_dns_zone_id"], names: ["zone_name"] },
      arguments: {
        "records[]": "properties.aRecords[].ipv4Address",
        ttl: "properties.ttl",
      },
    },
  },
}));
