import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/virtualHubs", () => ({
  azurerm: {
    azurerm_route_server: {
      majors: [3, 5],
      arguments: {
        sku: "properties.sku",
        branch_to_branch_traffic_enabled: { arm: "properties.allowBranchToBranchTraffic", default: false },
        hub_routing_preference: {
          arm: "properties.hubRoutingPreference",
          majors: [4, 5],
          default: "ExpressRoute",
        },
      },
      children: [
        {
          type: "Microsoft.Network/virtualHubs/ipConfigurations",
          name: "=default",
          arguments: {
            subnet_id: "properties.subnet.id",
            public_ip_address_id: "properties.publicIPAddress.id",
          },
        },
      ],
    },
    azurerm_virtual_hub: {
      arguments: {
        virtual_wan_id: "properties.virtualWan.id",
        address_prefix: "properties.addressPrefix",
        sku: "properties.sku",
        hub_routing_preference: {
          arm: "properties.hubRoutingPreference",
          majors: [3, 5],
          default: "ExpressRoute",
        },
        branch_to_branch_traffic_enabled: {
          arm: "properties.allowBranchToBranchTraffic",
          majors: [4, 5],
          default: false,
        },
        "route[].address_prefixes": "properties.routeTable.routes[].addressPrefixes",
        "route[].next_hop_ip_address": "properties.routeTable.routes[].nextHopIpAddress",
      },
    },
  },
}));
