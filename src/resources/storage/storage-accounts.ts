import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Storage/storageAccounts", () => ({
  azurerm: {
    azurerm_storage_account: {
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 5],
          default: true,
        },
        // no network_rules block: on create the provider sends networkAcls with defaultAction Allow (and bypass AzureServices from v3 on)
        "network_rules.default_action": "properties.networkAcls.defaultAction",
        "network_rules.bypass": { arm: "properties.networkAcls.bypass", reshape: "joined", computed: true },
        "network_rules.ip_rules[]": { arm: "properties.networkAcls.ipRules[].value", computed: true },
        "network_rules.virtual_network_subnet_ids[]": {
          arm: "properties.networkAcls.virtualNetworkRules[].id",
          computed: true,
        },
        "network_rules.private_link_access[].endpoint_resource_id":
          "properties.networkAcls.resourceAccessRules[].resourceId",
        "network_rules.private_link_access[].endpoint_tenant_id": {
          arm: "properties.networkAcls.resourceAccessRules[].tenantId",
          computed: true,
        },
        allow_nested_items_to_be_public: {
          arm: "properties.allowBlobPublicAccess",
          majors: [3, 5],
          default: { 3: true, 4: true, 5: false },
        },
        allow_blob_public_access: { arm: "properties.allowBlobPublicAccess", majors: [2, 2], default: false },
        allowed_copy_scope: { arm: "properties.allowedCopyScope", majors: [3, 5] },
        https_traffic_only_enabled: {
          arm: "properties.supportsHttpsTrafficOnly",
          majors: [3, 5],
          default: true,
        },
        enable_https_traffic_only: {
          arm: "properties.supportsHttpsTrafficOnly",
          majors: [2, 3],
          default: { 2: true },
        },
        min_tls_version: {
          arm: "properties.minimumTlsVersion",
          default: { 2: "TLS1_0", 3: "TLS1_2", 4: "TLS1_2", 5: "TLS1_2" },
        },
        "routing.publish_internet_endpoints": {
          arm: "properties.routingPreference.publishInternetEndpoints",
          default: false,
        },
        nfsv3_enabled: { arm: "properties.isNfsV3Enabled", default: false },
        sftp_enabled: { arm: "properties.isSftpEnabled", majors: [3, 5], default: false },
        cross_tenant_replication_enabled: {
          arm: "properties.allowCrossTenantReplication",
          majors: [3, 5],
          default: { 3: true, 4: false, 5: false },
        },
      },
    },
    azurerm_storage_account_network_rules: {
      merge: { id: "storage_account_id" },
      arguments: {
        storage_account_name: { arm: "name", majors: [2, 2], computed: true },
        default_action: "properties.networkAcls.defaultAction",
        bypass: { arm: "properties.networkAcls.bypass", reshape: "joined", computed: true },
        "ip_rules[]": "properties.networkAcls.ipRules[].value",
        "virtual_network_subnet_ids[]": "properties.networkAcls.virtualNetworkRules[].id",
        "private_link_access[].endpoint_resource_id":
          "properties.networkAcls.resourceAccessRules[].resourceId",
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "azurerm provider source treats an absent value as this",
    },
    "properties.allowBlobPublicAccess": { value: false, basis: "type description" },
  },
}));
