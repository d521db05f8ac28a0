import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Authorization/resourceManagementPrivateLinks", () => ({
  azurerm: {
    azurerm_resource_management_private_link: {
      majors: [3, 5],
      arguments: {},
    },
  },
}));
