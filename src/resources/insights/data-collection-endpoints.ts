import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Insights/dataCollectionEndpoints", () => ({
  azurerm: {
    azurerm_monitor_data_collection_endpoint: {
      majors: [3, 5],
      arguments: {
        public_network_access_enabled: {
          arm: "properties.networkAcls.publicNetworkAccess",
          map: ENABLED,
          default: true,
        },
      },
    },
  },
}));
