import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/virtualNetworkGateways/natRules", () => ({
  azurerm: {
    azurerm_virtual_network_gateway_nat_rule: {
      identity: { parent: ["virtual_network_gateway_id"] },
      majors: [3, 5],
      arguments: {
        mode: { arm: "properties.mode", default: "EgressSnat" },
        type: { arm: "properties.type", default: "Static" },
      },
    },
  },
}));
