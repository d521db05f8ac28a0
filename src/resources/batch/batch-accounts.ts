import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Batch/batchAccounts", () => ({
  azurerm: {
    azurerm_batch_account: {
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        // inside the block the default is Deny; no block: networkProfile is not sent
        "network_profile.account_access.default_action": {
          arm: "properties.networkProfile.accountAccess.defaultAction",
          majors: [3, 5],
          default: "Deny",
        },
        "network_profile.account_access.ip_rule[].ip_range": {
          arm: "properties.networkProfile.accountAccess.ipRules[].value",
          majors: [3, 5],
        },
        "network_profile.node_management_access.default_action": {
          arm: "properties.networkProfile.nodeManagementAccess.defaultAction",
          majors: [3, 5],
          default: "Deny",
        },
        "network_profile.node_management_access.ip_rule[].ip_range": {
          arm: "properties.networkProfile.nodeManagementAccess.ipRules[].value",
          majors: [3, 5],
        },
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
