import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkManagers/securityAdminConfigurations", () => ({
  azurerm: {
    azurerm_network_manager_security_admin_configuration: {
      identity: { parent: ["network_manager_id"] },
      majors: [3, 5],
      arguments: {},
    },
  },
}));
