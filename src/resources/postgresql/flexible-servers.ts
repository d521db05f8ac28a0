import { defineResourceType, ENABLED } from "../define.ts";
import { FLEXIBLE_SERVER_ACCESS } from "../flexible-server.ts";

export default defineResourceType("Microsoft.DBforPostgreSQL/flexibleServers", () => ({
  azurerm: {
    azurerm_postgresql_flexible_server: {
      arguments: {
        delegated_subnet_id: "properties.network.delegatedSubnetResourceId",
        private_dns_zone_id: "properties.network.privateDnsZoneArmResourceId",
        // azurerm sends true, but refuses that beside a delegated subnet, and earlier releases sent nothing
        public_network_access_enabled: {
          arm: "properties.network.publicNetworkAccess",
          map: ENABLED,
        },
      },
    },
  },
  defaults: {
    "properties.network.publicNetworkAccess": FLEXIBLE_SERVER_ACCESS,
  },
}));
