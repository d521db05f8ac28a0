import { type Argument, ENABLED, type Majors } from "../define.ts";

type Arguments = Readonly<Record<string, Argument>>;

/**
 * Who may reach a site or its deployment site. A service tag stands in `ipAddress` with `tag` beside it.
 * `modern`: the generation since azurerm 3, with a default priority.
 */
function restrictions(
  block: "ip_restriction" | "scm_ip_restriction",
  list: string,
  { modern, majors }: { readonly modern: boolean; readonly majors?: Majors },
): Arguments {
  const since = majors ? { majors } : {};
  const at = `site_config.${block}[]`;
  const to = `properties.siteConfig.${list}[]`;
  return {
    [`${at}.name`]: { arm: `${to}.name`, ...since },
    [`${at}.ip_address`]: { arm: `${to}.ipAddress`, ...since },
    [`${at}.service_tag`]: [
      { arm: `${to}.ipAddress`, ...since },
      { arm: `${to}.tag`, presence: "ServiceTag", ...since },
    ],
    [`${at}.virtual_network_subnet_id`]: { arm: `${to}.vnetSubnetResourceId`, ...since },
    [`${at}.action`]: { arm: `${to}.action`, default: "Allow", ...since },
    [`${at}.priority`]: { arm: `${to}.priority`, ...(modern && { default: 65000 }), ...since },
    [`${at}.headers.x_azure_fdid`]: { arm: `${to}.headers.x-azure-fdid`, ...since },
    [`${at}.headers.x_forwarded_for`]: { arm: `${to}.headers.x-forwarded-for`, ...since },
    [`${at}.headers.x_forwarded_host`]: { arm: `${to}.headers.x-forwarded-host`, ...since },
  };
}

/** Application settings, and the storage account that a function's host runs on: the provider writes it as a setting. */
const APP_SETTINGS: Arguments = {
  app_settings: { arm: "properties.siteConfig.appSettings", reshape: "name-value" },
};

export const HOST_STORAGE: Arguments = {
  storage_account_name: [
    { arm: "properties.siteConfig.appSettings[].name", presence: "AzureWebJobsStorage__accountName" },
    { arm: "properties.siteConfig.appSettings[].value" },
  ],
};

/** Sites of the first generation (azurerm 2 to 4): no switch for public access, integration by a resource of its own. */
export const CLASSIC_SITE: Arguments = {
  app_service_plan_id: "properties.serverFarmId",
  https_only: { arm: "properties.httpsOnly", default: false },
  "site_config.scm_use_main_ip_restriction": {
    arm: "properties.siteConfig.scmIpSecurityRestrictionsUseMain",
    default: false,
  },
  "site_config.vnet_route_all_enabled": "properties.siteConfig.vnetRouteAllEnabled",
  ...restrictions("ip_restriction", "ipSecurityRestrictions", { modern: false }),
  ...restrictions("scm_ip_restriction", "scmIpSecurityRestrictions", { modern: false }),
  ...APP_SETTINGS,
};

/** Sites since azurerm 3. Before api-version 2024-11-01 the routing switches stood beside each other in `properties`. */
export const SITE: Arguments = {
  service_plan_id: "properties.serverFarmId",
  virtual_network_subnet_id: "properties.virtualNetworkSubnetId",
  https_only: { arm: "properties.httpsOnly", default: false },
  public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
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
  },
  ...restrictions("ip_restriction", "ipSecurityRestrictions", { modern: true }),
  ...restrictions("scm_ip_restriction", "scmIpSecurityRestrictions", { modern: true }),
  ...APP_SETTINGS,
};

const IMAGE_PULL = { arm: "properties.outboundVnetRouting.imagePullTraffic", majors: [4, 5] as const };

const BACKUP_ROUTING: Arguments = {
  virtual_network_backup_restore_enabled: {
    arm: "properties.outboundVnetRouting.backupRestoreTraffic",
    majors: [4, 5],
    default: false,
  },
};

/** The switch for image pulls has two names: one on Linux and for functions, one on Windows. */
export const LINUX_ROUTING: Arguments = {
  vnet_image_pull_enabled: { ...IMAGE_PULL, default: false },
  ...BACKUP_ROUTING,
};

export const WINDOWS_ROUTING: Arguments = {
  virtual_network_image_pull_enabled: { ...IMAGE_PULL, default: { 5: false } },
  ...BACKUP_ROUTING,
};

/** Logic apps are function apps with arguments of their own. */
export const LOGIC_APP: Arguments = {
  app_service_plan_id: "properties.serverFarmId",
  virtual_network_subnet_id: { arm: "properties.virtualNetworkSubnetId", majors: [3, 5] },
  https_only: { arm: "properties.httpsOnly", default: false },
  // azurerm 4 falls back to the switch in site_config
  public_network_access: {
    arm: "properties.publicNetworkAccess",
    majors: [4, 5],
    default: { 5: "Enabled" },
  },
  "site_config.public_network_access_enabled": {
    arm: "properties.publicNetworkAccess",
    map: ENABLED,
    majors: [3, 4],
    default: { 3: true },
  },
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
  "site_config.vnet_route_all_enabled": "properties.siteConfig.vnetRouteAllEnabled",
  ...restrictions("ip_restriction", "ipSecurityRestrictions", { modern: true }),
  ...restrictions("scm_ip_restriction", "scmIpSecurityRestrictions", { modern: true, majors: [3, 5] }),
  vnet_content_share_enabled: { arm: "properties.outboundVnetRouting.contentShareTraffic", majors: [4, 5] },
  ...APP_SETTINGS,
  ...HOST_STORAGE,
};
