import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkWatchers/flowLogs", () => ({
  azurerm: {
    azurerm_network_watcher_flow_log: {
      identity: { names: ["network_watcher_name"] },
      arguments: {
        network_security_group_id: { arm: "properties.targetResourceId", majors: [2, 4] },
        target_resource_id: { arm: "properties.targetResourceId", majors: [4, 5] },
        enabled: "properties.enabled",
        storage_account_id: "properties.storageId",
        "retention_policy.days": "properties.retentionPolicy.days",
        "traffic_analytics.enabled":
          "properties.flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.enabled",
      },
    },
  },
}));
