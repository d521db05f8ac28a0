import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Automation/automationAccounts", () => ({
  azurerm: {
    azurerm_automation_account: {
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", default: true },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: true,
      basis: "Azure's reference names none; Terraform's azurerm provider takes it for this",
    },
  },
}));
