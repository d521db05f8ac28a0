import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Databricks/workspaces/virtualNetworkPeerings", () => ({
  azurerm: {
    azurerm_databricks_virtual_network_peering: {
      identity: { parent: ["workspace_id"] },
      majors: [3, 5],
      arguments: {
        remote_virtual_network_id: "properties.remoteVirtualNetwork.id",
        allow_virtual_network_access: { arm: "properties.allowVirtualNetworkAccess", default: true },
        allow_forwarded_traffic: { arm: "properties.allowForwardedTraffic", default: false },
        allow_gateway_transit: { arm: "properties.allowGatewayTransit", default: false },
        use_remote_gateways: { arm: "properties.useRemoteGateways", default: false },
      },
    },
  },
}));
