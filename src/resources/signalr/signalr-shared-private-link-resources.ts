import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.SignalRService/signalR/sharedPrivateLinkResources", () => ({
  azurerm: {
    azurerm_signalr_shared_private_link_resource: {
      identity: { parent: ["signalr_service_id"] },
      majors: [3, 5],
      arguments: {
        target_resource_id: "properties.privateLinkResourceId",
        sub_resource_name: "properties.groupId",
      },
    },
  },
}));
