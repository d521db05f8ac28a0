import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Kusto/clusters/managedPrivateEndpoints", () => ({
  azurerm: {
    azurerm_kusto_cluster_managed_private_endpoint: {
      identity: { names: ["cluster_name"] },
      majors: [3, 5],
      arguments: {
        private_link_resource_id: "properties.privateLinkResourceId",
        group_id: "properties.groupId",
        private_link_resource_region: "properties.privateLinkResourceRegion",
      },
    },
  },
}));
