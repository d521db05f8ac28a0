import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.DBforMariaDB/servers", () => ({
  azurerm: {
    azurerm_mariadb_server: {
      majors: [2, 3],
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
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
