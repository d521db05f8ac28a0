import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.DBforPostgreSQL/flexibleServers", () => ({
  azurerm: {
    azurerm_postgresql_flexible_server: {
      arguments: {
        delegated_subnet_id: "properties.network.delegatedSubnetResourceId",
        private_dns_zone_id: { arm: "properties.network.privateDnsZoneArmResourceId", computed: true },
        // true is sent unless set to false; must be set to false explicitly together with delegated_subnet_id
        public_network_access_enabled: {
          arm: "properties.network.publicNetworkAccess",
          map: ENABLED,
          default: { 3: true, 4: true, 5: true },
        },
      },
    },
  },
  defaults: {
    "properties.network.publicNetworkAccess": {
      value: "depends: must be Disabled when a delegated subnet is configured, otherwise Enabled",
      basis: "azurerm documentation",
    },
  },
}));
