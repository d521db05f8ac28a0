import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Search/searchServices/sharedPrivateLinkResources", () => ({
  azurerm: {
    azurerm_search_shared_private_link_service: {
      identity: { parent: ["search_service_id"] },
      majors: [3, 5],
      arguments: {
        target_resource_id: "properties.privateLinkResourceId",
        subresource_name: "properties.groupId",
      },
    },
  },
}));
