import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Dashboard/grafana/managedPrivateEndpoints", () => ({
  azurerm: {
    azurerm_dashboard_grafana_managed_private_endpoint: {
      identity: { parent: ["grafana_id"] },
      majors: [4, 5],
      arguments: {
        private_link_resource_region: "properties.privateLinkResourceRegion",
        private_link_service_url: "properties.privateLinkServiceUrl",
        private_link_resource_id: "properties.privateLinkResourceId",
        group_ids: "properties.groupIds",
      },
    },
  },
}));
