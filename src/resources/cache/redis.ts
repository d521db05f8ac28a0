import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Cache/redis", () => ({
  azurerm: {
    azurerm_redis_cache: {
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        subnet_id: "properties.subnetId",
        private_static_ip_address: { arm: "properties.staticIP", computed: true },
        non_ssl_port_enabled: {
          arm: "properties.enableNonSslPort",
          majors: [3, 5],
          default: { 4: false, 5: false },
        },
        enable_non_ssl_port: { arm: "properties.enableNonSslPort", majors: [2, 3], default: false },
        minimum_tls_version: {
          arm: "properties.minimumTlsVersion",
          default: { 2: "1.0", 3: "1.2", 4: "1.2", 5: "1.2" },
        },
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
