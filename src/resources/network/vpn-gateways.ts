import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/vpnGateways", () => ({
  azurerm: {
    azurerm_vpn_gateway: {
      arguments: {
        virtual_hub_id: "properties.virtualHub.id",
        routing_preference: {
          arm: "properties.isRoutingPreferenceInternet",
          map: { Internet: true, "Microsoft Network": false },
          default: { 4: "Microsoft Network", 5: "Microsoft Network" },
        },
      },
    },
  },
}));
