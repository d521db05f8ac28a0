import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Search/searchServices", () => ({
  azurerm: {
    azurerm_search_service: {
      arguments: {
        sku: "sku.name",
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        // unset: networkRuleSet is sent with an empty ipRules list, which means no IP restriction
        "allowed_ips[]": "properties.networkRuleSet.ipRules[].value",
        network_rule_bypass_option: {
          arm: "properties.networkRuleSet.bypass",
          majors: [4, 5],
          default: "None",
        },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "Azure's reference names none; Terraform's azurerm provider takes it for this",
    },
  },
}));
