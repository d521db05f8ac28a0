import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.ServiceBus/namespaces/networkRuleSets", () => ({
  azurerm: {
    azurerm_servicebus_namespace_network_rule_set: {
      identity: { parent: ["namespace_id"] },
      majors: [2, 3],
      arguments: {
        default_action: { arm: "properties.defaultAction", default: "Allow" },
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        trusted_services_allowed: { arm: "properties.trustedServiceAccessEnabled", default: false },
        "ip_rules[]": "properties.ipRules[].ipMask",
        "network_rules[].subnet_id": "properties.virtualNetworkRules[].subnet.id",
        "network_rules[].ignore_missing_vnet_service_endpoint": {
          arm: "properties.virtualNetworkRules[].ignoreMissingVnetServiceEndpoint",
          default: false,
        },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": { value: "Enabled", basis: "type description" },
  },
}));
