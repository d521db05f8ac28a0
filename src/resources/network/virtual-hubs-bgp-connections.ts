import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/virtualHubs/bgpConnections", () => ({
  azurerm: {
    azurerm_route_server_bgp_connection: {
      identity: { parent: ["route_server_id"] },
      majors: [3, 5],
      arguments: {
        peer_ip: "properties.peerIp",
        peer_asn: "properties.peerAsn",
      },
    },
    azurerm_virtual_hub_bgp_connection: {
      identity: { parent: ["virtual_hub_id"] },
      arguments: {
        peer_ip: "properties.peerIp",
        peer_asn: "properties.peerAsn",
        virtual_network_connection_id: { arm: "properties.hubVirtualNetworkConnection.id", majors: [3, 5] },
      },
    },
  },
}));
