import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Compute/diskAccesses", () => ({
  azurerm: {
    azurerm_disk_access: {
      arguments: {},
    },
  },
}));
