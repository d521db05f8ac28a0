import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/vpnGateways/vpnConnections", () => ({
  azurerm: {
    azurerm_vpn_gateway_connection: {
      identity: { parent: ["vpn_gateway_id"] },
      arguments: {
        internet_security_enabled: { arm: "properties.enableInternetSecurity", default: false },
        "routing.associated_route_table": "properties.routingConfiguration.associatedRouteTable.id",
        "routing.propagated_route_table.route_table_ids[]":
          "properties.routingConfiguration.propagatedRouteTables.ids[].id",
        remote_vpn_site_id: "properties.remoteVpnSite.id",
      },
    },
  },
}));
