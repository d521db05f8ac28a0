import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Kusto/clusters", () => ({
  azurerm: {
    azurerm_kusto_cluster: {
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        outbound_network_access_restricted: {
          arm: "properties.restrictOutboundNetworkAccess",
          map: ENABLED,
          majors: [3, 5],
          default: false,
        },
        allowed_fqdns: { arm: "properties.allowedFqdnList", majors: [3, 5] },
        allowed_ip_ranges: { arm: "properties.allowedIpRangeList", majors: [3, 5] },
        public_ip_type: { arm: "properties.publicIPType", majors: [3, 5], default: "IPv4" },
        "virtual_network_configuration.subnet_id": {
          arm: "properties.virtualNetworkConfiguration.subnetId",
          majors: [2, 4],
        },
        "virtual_network_configuration.engine_public_ip_id": {
          arm: "properties.virtualNetworkConfiguration.enginePublicIpId",
          majors: [2, 4],
        },
        "virtual_network_configuration.data_management_public_ip_id": {
          arm: "properties.virtualNetworkConfiguration.dataManagementPublicIpId",
          majors: [2, 4],
        },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": { value: "Enabled", basis: "type description" },
  },
}));
