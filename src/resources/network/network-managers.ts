import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkManagers", () => ({
  azurerm: {
    azurerm_network_manager: {
      majors: [3, 5],
      arguments: {
        scope_accesses: "properties.networkManagerScopeAccesses",
        "scope.subscription_ids": "properties.networkManagerScopes.subscriptions",
        "scope.management_group_ids": "properties.networkManagerScopes.managementGroups",
      },
    },
  },
}));
