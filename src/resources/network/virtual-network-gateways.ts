import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/virtualNetworkGateways", () => ({
  azurerm: {
    azurerm_virtual_network_gateway: {
      arguments: {
        "ip_configuration[].private_ip_address_allocation": {
          arm: "properties.ipConfigurations[].properties.privateIPAllocationMethod",
          default: "Dynamic",
        },
        type: "properties.gatewayType",
        vpn_type: { arm: "properties.vpnType", default: "RouteBased" },
        sku: "properties.sku.name",
        "ip_configuration[].name": "properties.ipConfigurations[].name",
        "ip_configuration[].subnet_id": "properties.ipConfigurations[].properties.subnet.id",
        "ip_configuration[].public_ip_address_id":
          "properties.ipConfigurations[].properties.publicIPAddress.id",
        private_ip_address_enabled: "properties.enablePrivateIpAddress",
        active_active: { arm: "properties.activeActive", default: false },
        enable_bgp: { arm: "properties.enableBgp", majors: [2, 4] },
        bgp_enabled: { arm: "properties.enableBgp", majors: [4, 5], default: false },
        default_local_network_gateway_id: "properties.gatewayDefaultSite.id",
        "vpn_client_configuration.address_space":
          "properties.vpnClientConfiguration.vpnClientAddressPool.addressPrefixes",
        "vpn_client_configuration.vpn_client_protocols": {
          arm: "properties.vpnClientConfiguration.vpnClientProtocols",
          computed: true,
        },
        "vpn_client_configuration.vpn_auth_types": {
          arm: "properties.vpnClientConfiguration.vpnAuthenticationTypes",
          computed: true,
        },
        "custom_route.address_prefixes": "properties.customRoutes.addressPrefixes",
        remote_vnet_traffic_enabled: {
          arm: "properties.allowRemoteVnetTraffic",
          majors: [3, 5],
          default: false,
        },
        virtual_wan_traffic_enabled: {
          arm: "properties.allowVirtualWanTraffic",
          majors: [3, 5],
          default: false,
        },
      },
    },
  },
}));
