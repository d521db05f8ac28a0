import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Cdn/profiles/originGroups/origins", () => ({
  azurerm: {
    azurerm_cdn_frontdoor_origin: {
      identity: { parent: ["cdn_frontdoor_origin_group_id"] },
      majors: [3, 5],
      arguments: {
        host_name: "properties.hostName",
        "private_link.private_link_target_id": "properties.sharedPrivateLinkResource.privateLink.id",
        "private_link.target_type": "properties.sharedPrivateLinkResource.groupId",
        "private_link.location": "properties.sharedPrivateLinkResource.privateLinkLocation",
      },
    },
  },
}));
