import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.KeyVault/managedHSMs", () => ({
  azurerm: {
    azurerm_key_vault_managed_hardware_security_module: {
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 5],
          default: true,
        },
        // no network_acls block: networkAcls is not sent, the service default applies
        "network_acls.default_action": { arm: "properties.networkAcls.defaultAction", majors: [3, 5] },
        sku_name: "sku.name",
        "network_acls.bypass": { arm: "properties.networkAcls.bypass", majors: [3, 5] },
      },
    },
  },
}));
