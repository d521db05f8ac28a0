import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkSecurityPerimeters/profiles/accessRules", () => ({
  azurerm: {
    azurerm_network_security_perimeter_access_rule: {
      identity: { parent: ["network_security_perimeter_profile_id"] },
      majors: [4, 5],
      arguments: {
        direction: "properties.direction",
        address_prefixes: "properties.addressPrefixes",
        fqdns: "properties.fullyQualifiedDomainNames",
        "subscription_ids[]": "properties.subscriptions[].id",
        service_tags: "properties.serviceTags",
      },
    },
  },
}));
