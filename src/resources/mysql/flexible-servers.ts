import { defineResourceType } from "../define.ts";
import { FLEXIBLE_SERVER_ACCESS } from "../flexible-server.ts";

export default defineResourceType("Microsoft.DBforMySQL/flexibleServers", () => ({
  azurerm: {
    azurerm_mysql_flexible_server: {
      arguments: {
        delegated_subnet_id: "properties.network.delegatedSubnetResourceId",
        private_dns_zone_id: "properties.network.privateDnsZoneResourceId",
        // unset: not sent; the service chooses Disabled with a delegated subnet, otherwise Enabled
        public_network_access: {
          arm: "properties.network.publicNetworkAccess",
          majors: [4, 5],
        },
      },
    },
  },
  defaults: {
    "properties.network.publicNetworkAccess": FLEXIBLE_SERVER_ACCESS,
  },
}));
