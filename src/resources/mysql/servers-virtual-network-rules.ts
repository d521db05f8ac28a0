import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DBforMySQL/servers/virtualNetworkRules", () => ({
  azurerm: {
    azurerm_mysql_virtual_network_rule: {
      identity: { names: ["server_name"] },
      majors: [2, 3],
      arguments: {
        subnet_id: "properties.virtualNetworkSubnetId",
      },
    },
  },
}));
