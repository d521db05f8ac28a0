import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.OperationalInsights/workspaces", () => ({
  azurerm: {
    azurerm_log_analytics_workspace: {
      arguments: {
        internet_ingestion_enabled: {
          arm: "properties.publicNetworkAccessForIngestion",
          map: ENABLED,
          majors: [2, 4],
          default: true,
        },
        internet_query_enabled: {
          arm: "properties.publicNetworkAccessForQuery",
          map: ENABLED,
          majors: [2, 4],
          default: true,
        },
        internet_ingestion_access_type: {
          arm: "properties.publicNetworkAccessForIngestion",
          majors: [5, 5],
          default: "Enabled",
        },
        internet_query_access_type: {
          arm: "properties.publicNetworkAccessForQuery",
          majors: [5, 5],
          default: "Enabled",
        },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccessForIngestion": {
      value: "Enabled",
      basis: "how the service behaves; Azure's reference names none",
    },
  },
}));
