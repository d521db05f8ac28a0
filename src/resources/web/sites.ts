import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Web/sites", () => ({
  azurerm: {
    azurerm_app_service: {
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
    azurerm_app_service_virtual_network_swift_connection: {
      merge: { id: "app_service_id" },
      arguments: {
        subnet_id: "properties.virtualNetworkSubnetId", // NOTE provider writes the networkConfig child "virtualNetwork" (properties.subnetResourceId); same effect
      },
    },
    azurerm_function_app: {
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
    azurerm_function_app_flex_consumption: {
      majors: [4, 5],
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
      },
    },
    azurerm_linux_function_app: {
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
    azurerm_linux_web_app: {
      majors: [3, 5],
      arguments: {
        virtual_network_subnet_id: "properties.virtualNetworkSubnetId",
        https_only: { arm: "properties.httpsOnly", default: false },
        // Allow is sent explicitly
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
    azurerm_logic_app_standard: {
      arguments: {
        virtual_network_subnet_id: { arm: "properties.virtualNetworkSubnetId", majors: [3, 5] },
        https_only: { arm: "properties.httpsOnly", default: false },
        "site_config.ip_restriction_default_action": {
          arm: "properties.siteConfig.ipSecurityRestrictionsDefaultAction",
          majors: [4, 5],
        },
        "site_config.scm_ip_restriction_default_action": {
          arm: "properties.siteConfig.scmIpSecurityRestrictionsDefaultAction",
          majors: [4, 5],
        },
        "site_config.scm_use_main_ip_restriction": {
          arm: "properties.siteConfig.scmIpSecurityRestrictionsUseMain",
          majors: [3, 5],
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
        "site_config.ip_restriction[].priority": {
          arm: "properties.siteConfig.ipSecurityRestrictions[].priority",
          default: 65000,
        },
        "site_config.scm_ip_restriction[].ip_address": {
          arm: "properties.siteConfig.scmIpSecurityRestrictions[].ipAddress",
          majors: [3, 5],
        },
        "site_config.scm_ip_restriction[].service_tag": {
          arm: "properties.siteConfig.scmIpSecurityRestrictions[].ipAddress",
          majors: [3, 5],
        }, // NOTE stored in ipAddress with tag ServiceTag
        "site_config.scm_ip_restriction[].virtual_network_subnet_id": {
          arm: "properties.siteConfig.scmIpSecurityRestrictions[].vnetSubnetResourceId",
          majors: [3, 5],
        },
        "site_config.scm_ip_restriction[].action": {
          arm: "properties.siteConfig.scmIpSecurityRestrictions[].action",
          majors: [3, 5],
          default: "Allow",
        },
        // v4: Optional+Computed, falls back to site_config.public_network_access_enabled; v5: Enabled
        public_network_access: { arm: "properties.publicNetworkAccess", majors: [4, 5], default: "Enabled" },
        "site_config.public_network_access_enabled": {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 4],
          default: { 3: true },
        },
        vnet_content_share_enabled: {
          arm: "properties.outboundVnetRouting.contentShareTraffic",
          majors: [4, 5],
        }, // NOTE before api-version 2024-11-01: properties.vnetContentShareEnabled
      },
    },
    azurerm_windows_function_app: {
      majors: [3, 5],
      arguments: {
        virtual_network_subnet_id: "properties.virtualNetworkSubnetId",
        https_only: { arm: "properties.httpsOnly", computed: true },
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
    azurerm_windows_web_app: {
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
