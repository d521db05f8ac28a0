import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.CognitiveServices/accounts", () => ({
  azurerm: {
    azurerm_ai_services: {
      majors: [3, 4],
      constants: { kind: "AIServices" },
      arguments: {
        "network_acls.virtual_network_rules[].ignore_missing_vnet_service_endpoint": {
          arm: "properties.networkAcls.virtualNetworkRules[].ignoreMissingVnetServiceEndpoint",
          default: false,
        },
        public_network_access: { arm: "properties.publicNetworkAccess", default: "Enabled" },
        outbound_network_access_restricted: {
          arm: "properties.restrictOutboundNetworkAccess",
          default: false,
        },
        "network_acls.default_action": "properties.networkAcls.defaultAction",
        "network_acls.bypass": {
          arm: "properties.networkAcls.bypass",
          majors: [4, 4],
          default: "AzureServices",
        },
        "network_acls.ip_rules[]": "properties.networkAcls.ipRules[].value",
        "network_acls.virtual_network_rules[].subnet_id": "properties.networkAcls.virtualNetworkRules[].id",
        fqdns: "properties.allowedFqdnList",
      },
    },
    azurerm_cognitive_account: {
      arguments: {
        kind: "kind",
        sku_name: "sku.name",
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        outbound_network_access_restricted: {
          arm: "properties.restrictOutboundNetworkAccess",
          majors: [3, 5],
          default: false,
        },
        outbound_network_access_restrited: {
          arm: "properties.restrictOutboundNetworkAccess",
          majors: [2, 2],
          default: false,
        },
        fqdns: "properties.allowedFqdnList",
        // no network_acls block: networkAcls is not sent, the service default applies
        "network_acls.default_action": "properties.networkAcls.defaultAction",
        "network_acls.bypass": { arm: "properties.networkAcls.bypass", majors: [4, 5] },
        "network_acls.ip_rules[]": "properties.networkAcls.ipRules[].value",
        "network_acls.virtual_network_rules[].subnet_id": "properties.networkAcls.virtualNetworkRules[].id",
        "network_acls.virtual_network_rules[].ignore_missing_vnet_service_endpoint": {
          arm: "properties.networkAcls.virtualNetworkRules[].ignoreMissingVnetServiceEndpoint",
          default: false,
        },
        "network_acls.virtual_network_subnet_ids[]": {
          arm: "properties.networkAcls.virtualNetworkRules[].id",
          majors: [2, 2],
        },
        "network_injection[].subnet_id": {
          arm: "properties.networkInjections[].subnetArmId",
          majors: [4, 5],
        },
        "network_injection[].scenario": { arm: "properties.networkInjections[].scenario", majors: [4, 5] },
        custom_subdomain_name: "properties.customSubDomainName",
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
