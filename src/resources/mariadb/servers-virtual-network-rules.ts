import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DBforMariaDB/servers/virtualNetworkRules", () => ({
  azurerm: {
    azurerm_mariadb_virtual_network_rule: {
      identity: { names: ["server_name"] },
      majors: [2, 3],
      arguments: {
        subnet_id: "properties.virtualNetworkSubnetId",
      },
    },
  },
}));
