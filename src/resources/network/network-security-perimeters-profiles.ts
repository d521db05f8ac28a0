import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkSecurityPerimeters/profiles", () => ({
  azurerm: {
    azurerm_network_security_perimeter_profile: {
      identity: { parent: ["network_security_perimeter_id"] },
      majors: [4, 5],
      arguments: {},
    },
  },
}));
