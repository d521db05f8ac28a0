import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DataMigration/services", () => ({
  azurerm: {
    azurerm_database_migration_service: {
      arguments: {
        subnet_id: "properties.virtualSubnetId",
      },
    },
  },
}));
