import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Storage/storageAccounts/queueServices/queues", () => ({
  azurerm: {
    azurerm_storage_queue: {
      identity: { parent: ["storage_account_id"], names: ["storage_account_name", "=default"] },
      arguments: {},
    },
  },
}));
