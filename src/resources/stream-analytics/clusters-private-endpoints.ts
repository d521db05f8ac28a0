import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.StreamAnalytics/clusters/privateEndpoints", () => ({
  azurerm: {
    azurerm_stream_analytics_managed_private_endpoint: {
      identity: { names: ["stream_analytics_cluster_name"] },
      arguments: {
        target_resource_id:
          "properties.manualPrivateLinkServiceConnections[].properties.privateLinkServiceId",
        subresource_name: "properties.manualPrivateLinkServiceConnections[].properties.groupIds[]",
      },
    },
  },
}));
