import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DataLakeAnalytics/accounts", () => ({
  azurerm: {
    azurerm_data_lake_analytics_account: {
      majors: [2, 2],
      arguments: {},
    },
  },
}));
