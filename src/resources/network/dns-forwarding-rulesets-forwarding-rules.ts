import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Network/dnsForwardingRulesets/forwardingRules", () => ({
  azurerm: {
    azurerm_private_dns_resolver_forwarding_rule: {
      identity: { parent: ["dns_forwarding_ruleset_id"] },
      majors: [3, 5],
      arguments: {
        domain_name: "properties.domainName",
        enabled: { arm: "properties.forwardingRuleState", map: ENABLED, default: true },
        "target_dns_servers[].ip_address": "properties.targetDnsServers[].ipAddress",
        "target_dns_servers[].port": "properties.targetDnsServers[].port",
      },
    },
  },
}));
