import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Insights/privateLinkScopes", () => ({
  azurerm: {
    azurerm_monitor_private_link_scope: {
      arguments: {
        ingestion_access_mode: {
          arm: "properties.accessModeSettings.ingestionAccessMode",
          majors: [3, 5],
          default: "Open",
        },
        query_access_mode: {
          arm: "properties.accessModeSettings.queryAccessMode",
          majors: [3, 5],
          default: "Open",
        },
      },
    },
  },
}));
