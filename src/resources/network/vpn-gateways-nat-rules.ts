import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/vpnGateways/natRules", () => ({
  azurerm: {
    azurerm_vpn_gateway_nat_rule: {
      identity: { parent: ["vpn_gateway_id"] },
      arguments: {
        mode: { arm: "properties.mode", default: "EgressSnat" },
        type: { arm: "properties.type", default: "Static" },
      },
    },
  },
}));
