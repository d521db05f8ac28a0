import { defineResourceType, INVERTED } from "../define.ts";

export default defineResourceType("Microsoft.Network/routeTables", () => ({
  azurerm: {
    azurerm_route_table: {
      arguments: {
        "route[].name": "properties.routes[].name",
        "route[].address_prefix": "properties.routes[].properties.addressPrefix",
        "route[].next_hop_type": "properties.routes[].properties.nextHopType",
        "route[].next_hop_in_ip_address": "properties.routes[].properties.nextHopIpAddress",
        // propagation stays on when unset, in every version
        bgp_route_propagation_enabled: {
          arm: "properties.disableBgpRoutePropagation",
          map: INVERTED,
          majors: [3, 5],
          default: true,
        },
        disable_bgp_route_propagation: {
          arm: "properties.disableBgpRoutePropagation",
          majors: [2, 3],
          default: { 2: false },
        },
      },
    },
  },
}));
