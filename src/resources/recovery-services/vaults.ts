import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.RecoveryServices/vaults", () => ({
  azurerm: {
    azurerm_recovery_services_vault: {
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 5],
          default: true,
        },
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
