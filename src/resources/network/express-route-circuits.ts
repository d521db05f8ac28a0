import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/expressRouteCircuits", () => ({
  azurerm: {
    azurerm_express_route_circuit: {
      arguments: {
        allow_classic_operations: { arm: "properties.allowClassicOperations", default: false },
        express_route_port_id: "properties.expressRoutePort.id",
      },
    },
  },
}));
