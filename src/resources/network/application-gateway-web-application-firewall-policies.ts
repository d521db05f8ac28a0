import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType(
  "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies",
  () => ({
    azurerm: {
      azurerm_web_application_firewall_policy: {
        arguments: {
          "policy_settings.enabled": { arm: "properties.policySettings.state", map: ENABLED, default: true },
          "policy_settings.mode": { arm: "properties.policySettings.mode", default: "Prevention" },
        },
      },
    },
  }),
);
