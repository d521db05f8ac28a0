import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/virtualWans", () => ({
  azurerm: {
    azurerm_virtual_wan: {
      arguments: {
        allow_vnet_to_vnet_traffic: {
          arm: "properties.allowVnetToVnetTraffic",
          majors: [2, 2],
          default: false,
        },
        allow_branch_to_branch_traffic: { arm: "properties.allowBranchToBranchTraffic", default: true },
        disable_vpn_encryption: { arm: "properties.disableVpnEncryption", default: false },
        type: { arm: "properties.type", default: "Standard" },
      },
    },
  },
}));
