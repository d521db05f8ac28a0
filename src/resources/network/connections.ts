import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/connections", () => ({
  azurerm: {
    azurerm_virtual_network_gateway_connection: {
      arguments: {
        type: "properties.connectionType",
        virtual_network_gateway_id: "properties.virtualNetworkGateway1.id",
        peer_virtual_network_gateway_id: "properties.virtualNetworkGateway2.id",
        local_network_gateway_id: "properties.localNetworkGateway2.id",
        express_route_circuit_id: "properties.peer.id",
        connection_protocol: { arm: "properties.connectionProtocol", computed: true },
        local_azure_ip_address_enabled: "properties.useLocalAzureIpAddress",
        enable_bgp: { arm: "properties.enableBgp", majors: [2, 4] },
        bgp_enabled: { arm: "properties.enableBgp", majors: [4, 5], default: false },
        express_route_gateway_bypass: { arm: "properties.expressRouteGatewayBypass", computed: true },
        private_link_fast_path_enabled: {
          arm: "properties.enablePrivateLinkFastPath",
          majors: [3, 5],
          default: false,
        },
        "ipsec_policy[].ipsec_encryption": "properties.ipsecPolicies[].ipsecEncryption",
        "ipsec_policy[].ike_encryption": "properties.ipsecPolicies[].ikeEncryption",
        "ipsec_policy[].dh_group": "properties.ipsecPolicies[].dhGroup",
        "ipsec_policy[].pfs_group": "properties.ipsecPolicies[].pfsGroup",
      },
    },
  },
}));
