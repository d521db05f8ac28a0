import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Storage/storageAccounts/fileServices/shares", () => ({
  azurerm: {
    azurerm_storage_share: {
      identity: { parent: ["storage_account_id"], names: ["storage_account_name", "=default"] },
      arguments: {},
    },
  },
}));
