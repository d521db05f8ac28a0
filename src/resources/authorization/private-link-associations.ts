import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Authorization/privateLinkAssociations", () => ({
  azurerm: {
    azurerm_resource_management_private_link_association: {
      identity: { scope: "management_group_id" },
      majors: [3, 5],
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED },
        resource_management_private_link_id: "properties.privateLink",
      },
    },
  },
}));
