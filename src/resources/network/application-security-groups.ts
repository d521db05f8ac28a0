import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/applicationSecurityGroups", () => ({
  azurerm: {
    azurerm_application_security_group: {
      arguments: {},
    },
  },
}));
