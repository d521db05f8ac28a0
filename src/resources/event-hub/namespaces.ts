import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.EventHub/namespaces", () => ({
  azurerm: {
    azurerm_eventhub_namespace: {
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 5],
          default: true,
        },
        sku: "sku.name",
      },
      children: [
        {
          type: "Microsoft.EventHub/namespaces/networkRuleSets",
          block: "network_rulesets",
          name: "=default",
          arguments: {
            default_action: "properties.defaultAction",
            public_network_access_enabled: {
              arm: "properties.publicNetworkAccess",
              map: ENABLED,
              majors: [3, 5],
              default: true,
            },
            trusted_service_access_enabled: "properties.trustedServiceAccessEnabled",
            "ip_rule[].ip_mask": "properties.ipRules[].ipMask",
            "ip_rule[].action": { arm: "properties.ipRules[].action", default: "Allow" },
            "virtual_network_rule[].subnet_id": "properties.virtualNetworkRules[].subnet.id",
            "virtual_network_rule[].ignore_missing_virtual_network_service_endpoint":
              "properties.virtualNetworkRules[].ignoreMissingVnetServiceEndpoint",
          },
        },
      ],
    },
  },
  defaults: {
    "properties.publicNetworkAccess": { value: "Enabled", basis: "type description" },
  },
}));
