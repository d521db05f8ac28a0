import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/expressRouteGateways", () => ({
  azurerm: {
    azurerm_express_route_gateway: {
      arguments: {
        virtual_hub_id: "properties.virtualHub.id",
        allow_non_virtual_wan_traffic: {
          arm: "properties.allowNonVirtualWanTraffic",
          majors: [3, 5],
          default: false,
        },
      },
    },
  },
}));
