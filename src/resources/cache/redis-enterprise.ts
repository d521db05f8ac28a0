import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Cache/redisEnterprise", () => ({
  azurerm: {
    azurerm_managed_redis: {
      majors: [4, 5],
      arguments: {
        public_network_access: { arm: "properties.publicNetworkAccess", default: "Enabled" },
        sku_name: "sku.name",
      },
    },
    azurerm_redis_enterprise_cluster: {
      majors: [2, 4],
      arguments: {
        sku_name: "sku.name",
        minimum_tls_version: { arm: "properties.minimumTlsVersion", default: "1.2" },
      },
    },
  },
}));
