import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Insights/components", () => ({
  azurerm: {
    azurerm_application_insights: {
      arguments: {
        internet_ingestion_enabled: {
          arm: "properties.publicNetworkAccessForIngestion",
          map: ENABLED,
          default: true,
        },
        internet_query_enabled: {
          arm: "properties.publicNetworkAccessForQuery",
          map: ENABLED,
          default: true,
        },
        force_customer_storage_for_profiler: {
          arm: "properties.ForceCustomerStorageForProfiler",
          default: false,
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
