import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Communication/communicationServices", () => ({
  azurerm: {
    azurerm_communication_service: {
      arguments: {},
    },
  },
}));
