import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/p2svpnGateways", () => ({
  azurerm: {
    azurerm_point_to_site_vpn_gateway: {
      arguments: {
        "connection_configuration[].route.associated_route_table_id":
          "properties.p2SConnectionConfigurations[].properties.routingConfiguration.associatedRouteTable.id",
        virtual_hub_id: "properties.virtualHub.id",
        vpn_server_configuration_id: "properties.vpnServerConfiguration.id",
        "connection_configuration[].internet_security_enabled": {
          arm: "properties.p2SConnectionConfigurations[].properties.enableInternetSecurity",
          default: false,
        },
        "connection_configuration[].vpn_client_address_pool.address_prefixes":
          "properties.p2SConnectionConfigurations[].properties.vpnClientAddressPool.addressPrefixes",
        routing_preference_internet_enabled: {
          arm: "properties.isRoutingPreferenceInternet",
          majors: [3, 5],
          default: false,
        },
      },
    },
  },
}));
