import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Web/sites/slots", () => ({
  azurerm: {
    azurerm_app_service_slot: {
      identity: { names: ["app_service_name"] },
      majors: [2, 4],
      arguments: {
        https_only: { arm: "properties.httpsOnly", default: false },
        "site_config.scm_use_main_ip_restriction": {
          arm: "properties.siteConfig.scmIpSecurityRestrictionsUseMain",
          default: false,
        },
        "site_config.vnet_route_all_enabled": {
          arm: "properties.siteConfig.vnetRouteAllEnabled",
          computed: true,
        }, // NOTE the provider also sends properties.vnetRouteAllEnabled (before api-version 2024-11-01; later outboundVnetRouting)
        "site_config.ip_restriction[].ip_address": "properties.siteConfig.ipSecurityRestrictions[].ipAddress",
        "site_config.ip_restriction[].service_tag":
          "properties.siteConfig.ipSecurityRestrictions[].ipAddress", // NOTE stored in ipAddress with tag ServiceTag
        "site_config.ip_restriction[].virtual_network_subnet_id":
          "properties.siteConfig.ipSecurityRestrictions[].vnetSubnetResourceId",
        "site_config.ip_restriction[].action": {
          arm: "properties.siteConfig.ipSecurityRestrictions[].action",
          default: "Allow",
        },
        "site_config.scm_ip_restriction[].ip_address":
          "properties.siteConfig.scmIpSecurityRestrictions[].ipAddress",
        "site_config.scm_ip_restriction[].virtual_network_subnet_id":
          "properties.siteConfig.scmIpSecurityRestrictions[].vnetSubnetResourceId",
        "site_config.scm_ip_restriction[].action": {
          arm: "properties.siteConfig.scmIpSecurityRestrictions[].action",
          default: "Allow",
        },
      },
    },
    azurerm_app_service_slot_virtual_network_swift_connection: {
      merge: {}, // HAND
      arguments: {
        slot_name: "name",
        subnet_id: "properties.virtualNetworkSubnetId", // NOTE provider writes the networkConfig child "virtualNetwork" (properties.subnetResourceId); same effect
      },
    },
    azurerm_function_app_slot: {
      identity: { names: ["function_app_name"] },
      majors: [2, 4],
      arguments: {
        https_only: { arm: "properties.httpsOnly", default: false },
        "site_config.scm_use_main_ip_restriction": {
          arm: "properties.siteConfig.scmIpSecurityRestrictionsUseMain",
          default: false,
        },
        "site_config.vnet_route_all_enabled": {
          arm: "properties.siteConfig.vnetRouteAllEnabled",
          computed: true,
        }, // NOTE the provider also sends properties.vnetRouteAllEnabled (before api-version 2024-11-01; later outboundVnetRouting)
        "site_config.ip_restriction[].ip_address": "properties.siteConfig.ipSecurityRestrictions[].ipAddress",
        "site_config.ip_restriction[].service_tag":
          "properties.siteConfig.ipSecurityRestrictions[].ipAddress", // NOTE stored in ipAddress with tag ServiceTag
        "site_config.ip_restriction[].virtual_network_subnet_id":
          "properties.siteConfig.ipSecurityRestrictions[].vnetSubnetResourceId",
        "site_config.ip_restriction[].action": {
          arm: "properties.siteConfig.ipSecurityRestrictions[].action",
          default: "Allow",
        },
        "site_config.scm_ip_restriction[].ip_address":
          "properties.siteConfig.scmIpSecurityRestrictions[].ipAddress",
        "site_config.scm_ip_restriction[].virtual_network_subnet_id":
          "properties.siteConfig.scmIpSecurityRestrictions[].vnetSubnetResourceId",
        "site_config.scm_ip_restriction[].action": {
          arm: "properties.siteConfig.scmIpSecurityRestrictions[].action",
          default: "Allow",
        },
      },
    },
    azurerm_linux_function_app_slot: {
      identity: { parent: ["function_app_id"] },
      majors: [3, 5],
      arguments: {
        virtual_network_subnet_id: "properties.virtualNetworkSubnetId",
        https_only: { arm: "properties.httpsOnly", default: false },
        "site_config.ip_restriction_default_action": {
          arm: "properties.siteConfig.ipSecurityRestrictionsDefaultAction",
          default: "Allow",
        },
        "site_config.scm_ip_restriction_default_action": {
          arm: "properties.siteConfig.scmIpSecurityRestrictionsDefaultAction",
          default: "Allow",
        },
        "site_config.scm_use_main_ip_restriction": {
          arm: "properties.siteConfig.scmIpSecurityRestrictionsUseMain",
          default: false,
        },
        "site_config.vnet_route_all_enabled": {
          arm: "properties.siteConfig.vnetRouteAllEnabled",
          default: false,
        }, // NOTE the provider also sends properties.vnetRouteAllEnabled (before api-version 2024-11-01; later outboundVnetRouting)
        "site_config.ip_restriction[].ip_address": "properties.siteConfig.ipSecurityRestrictions[].ipAddress",
        "site_config.ip_restriction[].service_tag":
          "properties.siteConfig.ipSecurityRestrictions[].ipAddress", // NOTE stored in ipAddress with tag ServiceTag
        "site_config.ip_restriction[].virtual_network_subnet_id":
          "properties.siteConfig.ipSecurityRestrictions[].vnetSubnetResourceId",
        "site_config.ip_restriction[].action": {
          arm: "properties.siteConfig.ipSecurityRestrictions[].action",
          default: "Allow",
        },
        "site_config.ip_restriction[].priority": {
          arm: "properties.siteConfig.ipSecurityRestrictions[].priority",
          default: 65000,
        },
        "site_config.scm_ip_restriction[].ip_address":
          "properties.siteConfig.scmIpSecurityRestrictions[].ipAddress",
        "site_config.scm_ip_restriction[].service_tag":
          "properties.siteConfig.scmIpSecurityRestrictions[].ipAddress", // NOTE stored in ipAddress with tag ServiceTag
        "site_config.scm_ip_restriction[].virtual_network_subnet_id":
          "properties.siteConfig.scmIpSecurityRestrictions[].vnetSubnetResourceId",
        "site_config.scm_ip_restriction[].action": {
          arm: "properties.siteConfig.scmIpSecurityRestrictions[].action",
          default: "Allow",
        },
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        vnet_image_pull_enabled: {
          arm: "properties.outboundVnetRouting.imagePullTraffic",
          majors: [4, 5],
          default: false,
        }, // NOTE before api-version 2024-11-01: properties.vnetImagePullEnabled
        virtual_network_backup_restore_enabled: {
          arm: "properties.outboundVnetRouting.backupRestoreTraffic",
          majors: [4, 5],
          default: false,
        }, // NOTE before api-version 2024-11-01: properties.vnetBackupRestoreEnabled
      },
    },
    azurerm_linux_web_app_slot: {
      identity: { parent: ["app_service_id"] },
      majors: [3, 5],
      arguments: {
        virtual_network_subnet_id: "properties.virtualNetworkSubnetId",
        https_only: { arm: "properties.httpsOnly", default: false },
        "site_config.ip_restriction_default_action": {
          arm: "properties.siteConfig.ipSecurityRestrictionsDefaultAction",
          default: "Allow",
        },
        "site_config.scm_ip_restriction_default_action": {
          arm: "properties.siteConfig.scmIpSecurityRestrictionsDefaultAction",
          default: "Allow",
        },
        "site_config.scm_use_main_ip_restriction": {
          arm: "properties.siteConfig.scmIpSecurityRestrictionsUseMain",
          default: false,
        },
        "site_config.vnet_route_all_enabled": {
          arm: "properties.siteConfig.vnetRouteAllEnabled",
          default: false,
        }, // NOTE the provider also sends properties.vnetRouteAllEnabled (before api-version 2024-11-01; later outboundVnetRouting)
        "site_config.ip_restriction[].ip_address": "properties.siteConfig.ipSecurityRestrictions[].ipAddress",
        "site_config.ip_restriction[].service_tag":
          "properties.siteConfig.ipSecurityRestrictions[].ipAddress", // NOTE stored in ipAddress with tag ServiceTag
        "site_config.ip_restriction[].virtual_network_subnet_id":
          "properties.siteConfig.ipSecurityRestrictions[].vnetSubnetResourceId",
        "site_config.ip_restriction[].action": {
          arm: "properties.siteConfig.ipSecurityRestrictions[].action",
          default: "Allow",
        },
        "site_config.ip_restriction[].priority": {
          arm: "properties.siteConfig.ipSecurityRestrictions[].priority",
          default: 65000,
        },
        "site_config.scm_ip_restriction[].ip_address":
          "properties.siteConfig.scmIpSecurityRestrictions[].ipAddress",
        "site_config.scm_ip_restriction[].service_tag":
          "properties.siteConfig.scmIpSecurityRestrictions[].ipAddress", // NOTE stored in ipAddress with tag ServiceTag
        "site_config.scm_ip_restriction[].virtual_network_subnet_id":
          "properties.siteConfig.scmIpSecurityRestrictions[].vnetSubnetResourceId",
        "site_config.scm_ip_restriction[].action": {
          arm: "properties.siteConfig.scmIpSecurityRestrictions[].action",
          default: "Allow",
        },
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        vnet_image_pull_enabled: {
          arm: "properties.outboundVnetRouting.imagePullTraffic",
          majors: [4, 5],
          default: false,
        }, // NOTE before api-version 2024-11-01: properties.vnetImagePullEnabled
        virtual_network_backup_restore_enabled: {
          arm: "properties.outboundVnetRouting.backupRestoreTraffic",
          majors: [4, 5],
          default: false,
        }, // NOTE before api-version 2024-11-01: properties.vnetBackupRestoreEnabled
      },
    },
    azurerm_windows_function_app_slot: {
      identity: { parent: ["function_app_id"] },
      majors: [3, 5],
      arguments: {
        virtual_network_subnet_id: "properties.virtualNetworkSubnetId",
        https_only: { arm: "properties.httpsOnly", default: false },
        "site_config.ip_restriction_default_action": {
          arm: "properties.siteConfig.ipSecurityRestrictionsDefaultAction",
          default: "Allow",
        },
        "site_config.scm_ip_restriction_default_action": {
          arm: "properties.siteConfig.scmIpSecurityRestrictionsDefaultAction",
          default: "Allow",
        },
        "site_config.scm_use_main_ip_restriction": {
          arm: "properties.siteConfig.scmIpSecurityRestrictionsUseMain",
          default: false,
        },
        "site_config.vnet_route_all_enabled": {
          arm: "properties.siteConfig.vnetRouteAllEnabled",
          default: false,
        }, // NOTE the provider also sends properties.vnetRouteAllEnabled (before api-version 2024-11-01; later outboundVnetRouting)
        "site_config.ip_restriction[].ip_address": "properties.siteConfig.ipSecurityRestrictions[].ipAddress",
        "site_config.ip_restriction[].service_tag":
          "properties.siteConfig.ipSecurityRestrictions[].ipAddress", // NOTE stored in ipAddress with tag ServiceTag
        "site_config.ip_restriction[].virtual_network_subnet_id":
          "properties.siteConfig.ipSecurityRestrictions[].vnetSubnetResourceId",
        "site_config.ip_restriction[].action": {
          arm: "properties.siteConfig.ipSecurityRestrictions[].action",
          default: "Allow",
        },
        "site_config.ip_restriction[].priority": {
          arm: "properties.siteConfig.ipSecurityRestrictions[].priority",
          default: 65000,
        },
        "site_config.scm_ip_restriction[].ip_address":
          "properties.siteConfig.scmIpSecurityRestrictions[].ipAddress",
        "site_config.scm_ip_restriction[].service_tag":
          "properties.siteConfig.scmIpSecurityRestrictions[].ipAddress", // NOTE stored in ipAddress with tag ServiceTag
        "site_config.scm_ip_restriction[].virtual_network_subnet_id":
          "properties.siteConfig.scmIpSecurityRestrictions[].vnetSubnetResourceId",
        "site_config.scm_ip_restriction[].action": {
          arm: "properties.siteConfig.scmIpSecurityRestrictions[].action",
          default: "Allow",
        },
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        vnet_image_pull_enabled: {
          arm: "properties.outboundVnetRouting.imagePullTraffic",
          majors: [4, 5],
          default: false,
        }, // NOTE before api-version 2024-11-01: properties.vnetImagePullEnabled
        virtual_network_backup_restore_enabled: {
          arm: "properties.outboundVnetRouting.backupRestoreTraffic",
          majors: [4, 5],
          default: false,
        }, // NOTE before api-version 2024-11-01: properties.vnetBackupRestoreEnabled
      },
    },
    azurerm_windows_web_app_slot: {
      identity: { parent: ["app_service_id"] },
      majors: [3, 5],
      arguments: {
        virtual_network_subnet_id: "properties.virtualNetworkSubnetId",
        https_only: { arm: "properties.httpsOnly", default: false },
        "site_config.ip_restriction_default_action": {
          arm: "properties.siteConfig.ipSecurityRestrictionsDefaultAction",
          default: "Allow",
        },
        "site_config.scm_ip_restriction_default_action": {
          arm: "properties.siteConfig.scmIpSecurityRestrictionsDefaultAction",
          default: "Allow",
        },
        "site_config.scm_use_main_ip_restriction": {
          arm: "properties.siteConfig.scmIpSecurityRestrictionsUseMain",
          default: false,
        },
        "site_config.vnet_route_all_enabled": {
          arm: "properties.siteConfig.vnetRouteAllEnabled",
          default: false,
        }, // NOTE the provider also sends properties.vnetRouteAllEnabled (before api-version 2024-11-01; later outboundVnetRouting)
        "site_config.ip_restriction[].ip_address": "properties.siteConfig.ipSecurityRestrictions[].ipAddress",
        "site_config.ip_restriction[].service_tag":
          "properties.siteConfig.ipSecurityRestrictions[].ipAddress", // NOTE stored in ipAddress with tag ServiceTag
        "site_config.ip_restriction[].virtual_network_subnet_id":
          "properties.siteConfig.ipSecurityRestrictions[].vnetSubnetResourceId",
        "site_config.ip_restriction[].action": {
          arm: "properties.siteConfig.ipSecurityRestrictions[].action",
          default: "Allow",
        },
        "site_config.ip_restriction[].priority": {
          arm: "properties.siteConfig.ipSecurityRestrictions[].priority",
          default: 65000,
        },
        "site_config.scm_ip_restriction[].ip_address":
          "properties.siteConfig.scmIpSecurityRestrictions[].ipAddress",
        "site_config.scm_ip_restriction[].service_tag":
          "properties.siteConfig.scmIpSecurityRestrictions[].ipAddress", // NOTE stored in ipAddress with tag ServiceTag
        "site_config.scm_ip_restriction[].virtual_network_subnet_id":
          "properties.siteConfig.scmIpSecurityRestrictions[].vnetSubnetResourceId",
        "site_config.scm_ip_restriction[].action": {
          arm: "properties.siteConfig.scmIpSecurityRestrictions[].action",
          default: "Allow",
        },
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        virtual_network_backup_restore_enabled: {
          arm: "properties.outboundVnetRouting.backupRestoreTraffic",
          majors: [4, 5],
          default: false,
        }, // NOTE before api-version 2024-11-01: properties.vnetBackupRestoreEnabled
        virtual_network_image_pull_enabled: {
          arm: "properties.outboundVnetRouting.imagePullTraffic",
          majors: [4, 5],
          default: { 5: false },
        }, // NOTE before api-version 2024-11-01: properties.vnetImagePullEnabled
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled in effect when unset",
      basis: "general service behaviour; the type data declares a free string with no default",
    },
  },
}));
