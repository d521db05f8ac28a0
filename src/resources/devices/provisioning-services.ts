import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Devices/provisioningServices", () => ({
  azurerm: {
    azurerm_iothub_dps: {
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        "ip_filter_rule[].ip_mask": "properties.ipFilterRules[].ipMask",
        "ip_filter_rule[].action": "properties.ipFilterRules[].action",
        "ip_filter_rule[].target": "properties.ipFilterRules[].target",
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
