import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Network/FrontDoorWebApplicationFirewallPolicies", () => ({
  azurerm: {
    azurerm_cdn_frontdoor_firewall_policy: {
      majors: [3, 5],
      arguments: {
        enabled: { arm: "properties.policySettings.enabledState", map: ENABLED, default: true },
        mode: "properties.policySettings.mode",
        sku_name: "sku.name",
      },
    },
    azurerm_frontdoor_firewall_policy: {
      arguments: {
        enabled: { arm: "properties.policySettings.enabledState", map: ENABLED, default: true },
        mode: { arm: "properties.policySettings.mode", default: "Prevention" },
      },
    },
  },
}));
