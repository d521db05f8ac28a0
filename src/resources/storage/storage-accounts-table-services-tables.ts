import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Storage/storageAccounts/tableServices/tables", () => ({
  azurerm: {
    azurerm_storage_table: {
      identity: { parent: ["storage_account_id"], names: ["storage_account_name", "=default"] },
      arguments: {},
    },
  },
}));
