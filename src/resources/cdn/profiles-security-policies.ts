import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Cdn/profiles/securityPolicies", () => ({
  azurerm: {
    azurerm_cdn_frontdoor_security_policy: {
      identity: { parent: ["cdn_frontdoor_profile_id"] },
      majors: [3, 5],
      arguments: {
        "security_policies.firewall.cdn_frontdoor_firewall_policy_id": "properties.parameters.wafPolicy.id",
      },
    },
  },
}));
