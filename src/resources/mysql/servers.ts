import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.DBforMySQL/servers", () => ({
  azurerm: {
    azurerm_mysql_server: {
      majors: [2, 3],
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        ssl_enforcement_enabled: { arm: "properties.sslEnforcement", map: ENABLED },
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
