import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.SignalRService/webPubSub/sharedPrivateLinkResources", () => ({
  azurerm: {
    azurerm_web_pubsub_shared_private_link_resource: {
      identity: { parent: ["web_pubsub_id"] },
      majors: [3, 5],
      arguments: {
        target_resource_id: "properties.privateLinkResourceId",
        subresource_name: "properties.groupId",
      },
    },
  },
}));
