import { defineResourceType } from "../define.ts";

/** Who reaches a database is decided by its server; here so that it is known for what it is. */
export default defineResourceType("Microsoft.Sql/servers/databases", () => ({
  azurerm: {
    azurerm_mssql_database: {
      identity: { parent: ["server_id"] },
      arguments: {
        sku_name: "sku.name",
        collation: "properties.collation",
        zone_redundant: "properties.zoneRedundant",
      },
    },
    azurerm_sql_database: {
      identity: { names: ["server_name"] },
      majors: [2, 3],
      arguments: { collation: "properties.collation", zone_redundant: "properties.zoneRedundant" },
    },
  },
}));
