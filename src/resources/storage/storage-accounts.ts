import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Storage/storageAccounts", () => ({
  azurerm: {
    azurerm_storage_account: {
      // azurerm 2 sends no bypass; the service has the same one by default
      withoutBlock: {
        network_rules: {
          "properties.networkAcls.defaultAction": "Allow",
          "properties.networkAcls.bypass": "AzureServices",
        },
      },
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 5],
          default: true,
        },
        "network_rules.default_action": "properties.networkAcls.defaultAction",
        "network_rules.bypass": { arm: "properties.networkAcls.bypass", reshape: "joined" },
        "network_rules.ip_rules[]": "properties.networkAcls.ipRules[].value",
        "network_rules.virtual_network_subnet_ids[]": "properties.networkAcls.virtualNetworkRules[].id",
        "network_rules.private_link_access[].endpoint_resource_id":
          "properties.networkAcls.resourceAccessRules[].resourceId",
        "network_rules.private_link_access[].endpoint_tenant_id": {
          arm: "properties.networkAcls.resourceAccessRules[].tenantId",
          computed: true,
        },
        account_kind: { arm: "kind", default: "StorageV2" },
        account_tier: "sku.tier",
        is_hns_enabled: { arm: "properties.isHnsEnabled", default: false },
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
      merge: { id: "storage_account_id", target: { name: "storage_account_name" } },
      arguments: {
        default_action: "properties.networkAcls.defaultAction",
        bypass: { arm: "properties.networkAcls.bypass", reshape: "joined" },
        "ip_rules[]": "properties.networkAcls.ipRules[].value",
        "virtual_network_subnet_ids[]": "properties.networkAcls.virtualNetworkRules[].id",
        "private_link_access[].endpoint_resource_id":
          "properties.networkAcls.resourceAccessRules[].resourceId",
        "private_link_access[].endpoint_tenant_id": "properties.networkAcls.resourceAccessRules[].tenantId",
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "Azure's reference names none; Terraform's azurerm provider takes it for this",
    },
    "properties.networkAcls.defaultAction": {
      value: "Allow",
      basis: "REST specification of the storage resource provider",
    },
    "properties.networkAcls.bypass": {
      value: "AzureServices",
      basis: "REST specification of the storage resource provider",
    },
    "properties.allowBlobPublicAccess": { value: false, basis: "type description" },
  },
}));
