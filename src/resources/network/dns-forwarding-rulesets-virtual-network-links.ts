import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks", () => ({
  azurerm: {
    azurerm_private_dns_resolver_virtual_network_link: {
      identity: { parent: ["dns_forwarding_ruleset_id"] },
      majors: [3, 5],
      arguments: {
        virtual_network_id: "properties.virtualNetwork.id",
      },
    },
  },
}));
