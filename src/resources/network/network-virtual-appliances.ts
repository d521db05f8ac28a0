import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkVirtualAppliances", () => ({
  azurerm: {
    azurerm_palo_alto_virtual_network_appliance: {
      majors: [3, 5],
      arguments: {
        virtual_hub_id: "properties.virtualHub.id",
      },
    },
  },
}));
