import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/virtualHubs/hubRouteTables", () => ({
  azurerm: {
    azurerm_virtual_hub_route_table: {
      identity: { parent: ["virtual_hub_id"] },
      arguments: {
        "route[].destinations": "properties.routes[].destinations",
        "route[].destinations_type": "properties.routes[].destinationType",
        "route[].next_hop": "properties.routes[].nextHop",
        "route[].next_hop_type": { arm: "properties.routes[].nextHopType", default: "ResourceId" },
      },
    },
    azurerm_virtual_hub_route_table_route: {
      merge: { id: "route_table_id" },
      arguments: {
        destinations: "properties.routes[].destinations",
        destinations_type: "properties.routes[].destinationType",
        next_hop: "properties.routes[].nextHop",
        next_hop_type: { arm: "properties.routes[].nextHopType", default: "ResourceId" },
      },
    },
  },
}));
