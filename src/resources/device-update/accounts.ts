import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.DeviceUpdate/accounts", () => ({
  azurerm: {
    azurerm_iothub_device_update_account: {
      majors: [3, 5],
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "Azure's reference names none; Terraform's azurerm provider takes it for this",
    },
  },
}));
