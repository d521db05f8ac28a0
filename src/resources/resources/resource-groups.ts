import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Resources/resourceGroups", () => ({
  azurerm: {
    azurerm_resource_group: { arguments: {} },
  },
}));
