import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Purview/accounts", () => ({
  azurerm: {
    azurerm_purview_account: {
      arguments: {
        public_network_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "how the service behaves; Azure's reference names none",
    },
  },
}));
