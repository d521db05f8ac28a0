import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
  () => ({
    azurerm: {
      azurerm_virtual_network_peering: {
        identity: { names: ["virtual_network_name"] },
        arguments: {
          remote_virtual_network_id: "properties.remoteVirtualNetwork.id",
          allow_virtual_network_access: { arm: "properties.allowVirtualNetworkAccess", default: true },
          allow_forwarded_traffic: {
            arm: "properties.allowForwardedTraffic",
            default: { 3: false, 4: false, 5: false },
          },
          allow_gateway_transit: {
            arm: "properties.allowGatewayTransit",
            default: { 3: false, 4: false, 5: false },
          },
          use_remote_gateways: {
            arm: "properties.useRemoteGateways",
            default: { 3: false, 4: false, 5: false },
          },
          peer_complete_virtual_networks_enabled: {
            arm: "properties.peerCompleteVnets",
            majors: [3, 5],
            default: true,
          },
          local_subnet_names: { arm: "properties.localSubnetNames", majors: [3, 5] },
          remote_subnet_names: { arm: "properties.remoteSubnetNames", majors: [3, 5] },
          only_ipv6_peering_enabled: { arm: "properties.enableOnlyIPv6Peering", majors: [3, 5] },
        },
      },
    },
    inlineIn: { path: "properties.virtualNetworkPeerings" },
  }),
  { inline: true },
);
