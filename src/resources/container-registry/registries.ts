import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.ContainerRegistry/registries", () => ({
  azurerm: {
    azurerm_container_registry: {
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        network_rule_bypass_option: { arm: "properties.networkRuleBypassOptions", default: "AzureServices" },
        network_rule_bypass_for_tasks_enabled: {
          arm: "properties.networkRuleBypassAllowedForTasks",
          majors: [4, 5],
          default: false,
        },
        // no network_rule_set: networkRuleSet is not sent; Allow applies when the block is present without default_action
        "network_rule_set.default_action": {
          arm: "properties.networkRuleSet.defaultAction",
          default: "Allow",
        },
        "network_rule_set.ip_rule[].ip_range": "properties.networkRuleSet.ipRules[].value",
        "network_rule_set.ip_rule[].action": "properties.networkRuleSet.ipRules[].action",
        "network_rule_set.virtual_network[].subnet_id": {
          arm: "properties.networkRuleSet.virtualNetworkRules[].id",
          majors: [2, 3],
        },
        data_endpoint_enabled: "properties.dataEndpointEnabled",
        export_policy_enabled: {
          arm: "properties.policies.exportPolicy.status",
          map: { true: "enabled", false: "disabled" },
          default: true,
        },
        anonymous_pull_enabled: "properties.anonymousPullEnabled",
        sku: { arm: "sku.name", default: { 2: "Classic" } },
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
