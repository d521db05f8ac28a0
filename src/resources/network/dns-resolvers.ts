import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/dnsResolvers", () => ({
  azurerm: {
    azurerm_private_dns_resolver: {
      majors: [3, 5],
      arguments: {
        virtual_network_id: "properties.virtualNetwork.id",
      },
    },
  },
}));
