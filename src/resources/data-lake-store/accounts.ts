import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DataLakeStore/accounts", () => ({
  azurerm: {
    azurerm_data_lake_store: {
      majors: [2, 2],
      arguments: {
        firewall_state: { arm: "properties.firewallState", default: "Enabled" },
        firewall_allow_azure_ips: { arm: "properties.firewallAllowAzureIps", default: "Enabled" },
      },
    },
  },
}));
