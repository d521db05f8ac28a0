import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Storage/storageAccounts/blobServices/containers", () => ({
  azurerm: {
    azurerm_storage_container: {
      identity: { parent: ["storage_account_id"], names: ["storage_account_name", "=default"] },
      arguments: {
        container_access_type: {
          arm: "properties.publicAccess",
          map: { private: "None", blob: "Blob", container: "Container" },
          default: "private",
        },
      },
    },
  },
}));
