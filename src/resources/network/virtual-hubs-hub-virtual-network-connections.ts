import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/virtualHubs/hubVirtualNetworkConnections", () => ({
  azurerm: {
    azurerm_virtual_hub_connection: {
      identity: { parent: ["virtual_hub_id"] },
      arguments: {
        "routing.static_vnet_local_route_override_criteria": {
          arm: "properties.routingConfiguration.vnetRoutes.staticRoutesConfig.vnetLocalRouteOverrideCriteria",
          majors: [3, 5],
          default: "Contains",
        },
        "routing.static_vnet_propagate_static_routes_enabled": {
          arm: "properties.routingConfiguration.vnetRoutes.staticRoutesConfig.propagateStaticRoutes",
          majors: [4, 5],
          default: true,
        },
        remote_virtual_network_id: "properties.remoteVirtualNetwork.id",
        internet_security_enabled: { arm: "properties.enableInternetSecurity", default: false },
        "routing.associated_route_table_id": {
          arm: "properties.routingConfiguration.associatedRouteTable.id",
          computed: true,
        },
        "routing.propagated_route_table.route_table_ids[]": {
          arm: "properties.routingConfiguration.propagatedRouteTables.ids[].id",
          computed: true,
        },
        "routing.static_vnet_route[].next_hop_ip_address":
          "properties.routingConfiguration.vnetRoutes.staticRoutes[].nextHopIpAddress",
        hub_to_vitual_network_traffic_allowed: {
          arm: "properties.allowHubToRemoteVnetTransit",
          majors: [2, 2],
        },
        vitual_network_to_hub_gateways_traffic_allowed: {
          arm: "properties.allowRemoteVnetToUseHubVnetGateways",
          majors: [2, 2],
        },
      },
    },
  },
}));
