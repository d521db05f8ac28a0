import { defineResourceType } from "../define.ts";

/**
 * File systems of an account with a hierarchical namespace. ARM knows them as containers; azurerm makes them through the `dfs`
 * endpoint, and that is what has to be told apart.
 */
export default defineResourceType("Microsoft.Storage/storageAccounts/filesystems", () => ({
  azurerm: {
    azurerm_storage_data_lake_gen2_filesystem: {
      identity: { parent: ["storage_account_id"] },
      arguments: {},
    },
  },
}));
