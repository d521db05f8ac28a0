import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DataLakeStore/accounts/virtualNetworkRules", () => ({
  azurerm: {
    azurerm_data_lake_store_virtual_network_rule: {
      identity: { names: ["account_name"] },
      majors: [2, 2],
      arguments: {
        subnet_id: "properties.subnetId",
      },
    },
  },
}));
