import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.DocumentDB/databaseAccounts", () => ({
  azurerm: {
    azurerm_cosmosdb_account: {
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        is_virtual_network_filter_enabled: {
          arm: "properties.isVirtualNetworkFilterEnabled",
          default: false,
        },
        // unset: an empty ipRules list is sent, which means no IP restriction
        // a text with commas in azurerm 2 and 3, a set since
        "ip_range_filter[]": { arm: "properties.ipRules[].ipAddressOrRange", reshape: "comma-list" },
        kind: { arm: "kind", default: "GlobalDocumentDB" },
        "capabilities[].name": "properties.capabilities[].name",
        "virtual_network_rule[].id": "properties.virtualNetworkRules[].id",
        "virtual_network_rule[].ignore_missing_vnet_service_endpoint": {
          arm: "properties.virtualNetworkRules[].ignoreMissingVNetServiceEndpoint",
          default: false,
        },
        network_acl_bypass_for_azure_services: {
          arm: "properties.networkAclBypass",
          map: { true: "AzureServices", false: "None" },
          default: false,
        },
        network_acl_bypass_ids: "properties.networkAclBypassResourceIds",
        minimal_tls_version: {
          arm: "properties.minimalTlsVersion",
          majors: [3, 5],
          default: { 4: "Tls12", 5: "Tls12" },
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
