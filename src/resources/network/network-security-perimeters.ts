import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkSecurityPerimeters", () => ({
  azurerm: {
    azurerm_network_security_perimeter: {
      majors: [4, 5],
      arguments: {},
    },
  },
}));
