import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.IoTCentral/iotApps", () => ({
  azurerm: {
    azurerm_iotcentral_application: {
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 5],
          default: true,
        },
      },
    },
    azurerm_iotcentral_application_network_rule_set: {
      merge: { id: "iotcentral_application_id" },
      majors: [3, 5],
      arguments: {
        apply_to_device: { arm: "properties.networkRuleSets.applyToDevices", default: true },
        default_action: { arm: "properties.networkRuleSets.defaultAction", default: "Deny" },
        "ip_rule[].ip_mask": "properties.networkRuleSets.ipRules[].ipMask",
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
