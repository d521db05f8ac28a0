import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.ServiceBus/namespaces", () => ({
  azurerm: {
    azurerm_servicebus_namespace: {
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
          type: "Microsoft.ServiceBus/namespaces/networkRuleSets",
          block: "network_rule_set",
          name: "=default",
          arguments: {
            default_action: { arm: "properties.defaultAction", majors: [3, 5], default: "Allow" },
            public_network_access_enabled: {
              arm: "properties.publicNetworkAccess",
              map: ENABLED,
              majors: [3, 5],
              default: true,
            },
            trusted_services_allowed: {
              arm: "properties.trustedServiceAccessEnabled",
              majors: [3, 5],
              default: false,
            },
            "ip_rules[]": { arm: "properties.ipRules[].ipMask", majors: [3, 5] },
            "network_rules[].subnet_id": {
              arm: "properties.virtualNetworkRules[].subnet.id",
              majors: [3, 5],
            },
            "network_rules[].ignore_missing_vnet_service_endpoint": {
              arm: "properties.virtualNetworkRules[].ignoreMissingVnetServiceEndpoint",
              majors: [3, 5],
              default: false,
            },
          },
        },
      ],
    },
  },
  defaults: {
    "properties.publicNetworkAccess": { value: "Enabled", basis: "type description" },
  },
}));
