import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.StorageSync/storageSyncServices", () => ({
  azurerm: {
    azurerm_storage_sync: {
      arguments: {
        incoming_traffic_policy: { arm: "properties.incomingTrafficPolicy", default: "AllowAllTraffic" },
      },
    },
  },
}));
