import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/expressRouteGateways/expressRouteConnections", () => ({
  azurerm: {
    azurerm_express_route_connection: {
      identity: { parent: ["express_route_gateway_id"] },
      arguments: {
        "routing.propagated_route_table.route_table_ids[]": {
          arm: "properties.routingConfiguration.propagatedRouteTables.ids[].id",
          computed: true,
        },
        private_link_fast_path_enabled: { arm: "properties.enablePrivateLinkFastPath", majors: [3, 4] },
        internet_security_enabled: {
          arm: "properties.enableInternetSecurity",
          majors: [4, 5],
          default: false,
        },
        enable_internet_security: { arm: "properties.enableInternetSecurity", majors: [2, 4] },
        express_route_gateway_bypass_enabled: {
          arm: "properties.expressRouteGatewayBypass",
          majors: [3, 5],
          default: false,
        },
        express_route_circuit_peering_id: "properties.expressRouteCircuitPeering.id",
        "routing.associated_route_table_id": {
          arm: "properties.routingConfiguration.associatedRouteTable.id",
          computed: true,
        },
      },
    },
  },
}));
