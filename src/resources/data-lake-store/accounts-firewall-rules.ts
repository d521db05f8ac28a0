import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DataLakeStore/accounts/firewallRules", () => ({
  azurerm: {
    azurerm_data_lake_store_firewall_rule: {
      identity: { names: ["account_name"] },
      majors: [2, 2],
      arguments: {
        start_ip_address: "properties.startIpAddress",
        end_ip_address: "properties.endIpAddress",
      },
    },
  },
}));
