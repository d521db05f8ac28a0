import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Insights/privateLinkScopes/scopedResources", () => ({
  azurerm: {
    azurerm_monitor_private_link_scoped_service: {
      identity: { names: ["scope_name"] },
      arguments: {
        linked_resource_id: "properties.linkedResourceId",
      },
    },
  },
}));
