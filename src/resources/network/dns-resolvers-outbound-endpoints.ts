import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/dnsResolvers/outboundEndpoints", () => ({
  azurerm: {
    azurerm_private_dns_resolver_outbound_endpoint: {
      identity: { parent: ["private_dns_resolver_id"] },
      majors: [3, 5],
      arguments: {
        subnet_id: "properties.subnet.id",
      },
    },
  },
}));
