import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/dnsForwardingRulesets", () => ({
  azurerm: {
    azurerm_private_dns_resolver_dns_forwarding_ruleset: {
      majors: [3, 5],
      arguments: {
        "private_dns_resolver_outbound_endpoint_ids[]": "properties.dnsResolverOutboundEndpoints[].id",
      },
    },
  },
}));
