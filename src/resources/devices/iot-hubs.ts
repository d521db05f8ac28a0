import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Devices/IotHubs", () => ({
  azurerm: {
    azurerm_iothub: {
      arguments: {
        // unset: publicNetworkAccess is not sent
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED },
        // no network_rule_set block: networkRuleSets is not sent; inside the block the default is Deny
        "network_rule_set.default_action": {
          arm: "properties.networkRuleSets.defaultAction",
          default: "Deny",
        },
        "network_rule_set.apply_to_builtin_eventhub_endpoint": {
          arm: "properties.networkRuleSets.applyToBuiltInEventHubEndpoint",
          default: false,
        },
        "network_rule_set.ip_rule[].ip_mask": "properties.networkRuleSets.ipRules[].ipMask",
        "network_rule_set.ip_rule[].action": {
          arm: "properties.networkRuleSets.ipRules[].action",
          default: "Allow",
        },
        "ip_filter_rule[].ip_mask": { arm: "properties.ipFilterRules[].ipMask", majors: [2, 2] },
        "ip_filter_rule[].action": { arm: "properties.ipFilterRules[].action", majors: [2, 2] },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "how the service behaves; Azure's reference names none",
    },
  },
}));
