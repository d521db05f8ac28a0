import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.StorageCache/caches", () => ({
  azurerm: {
    azurerm_hpc_cache: {
      majors: [2, 4],
      arguments: {
        subnet_id: "properties.subnet",
      },
    },
  },
}));
