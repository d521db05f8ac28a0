import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.KeyVault/vaults", () => ({
  azurerm: {
    azurerm_key_vault: {
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 5],
          default: true,
        },
        sku_name: "properties.sku.name",
        // no network_acls block: networkAcls is not sent, the service default applies
        "network_acls.default_action": "properties.networkAcls.defaultAction",
        "network_acls.bypass": "properties.networkAcls.bypass",
        "network_acls.ip_rules[]": "properties.networkAcls.ipRules[].value",
        "network_acls.virtual_network_subnet_ids[]": "properties.networkAcls.virtualNetworkRules[].id",
      },
    },
  },
  defaults: {
    "properties.networkAcls.bypass": { value: "AzureServices", basis: "type description" },
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "Azure's reference names none; Terraform's azurerm provider takes it for this",
    },
  },
}));
