import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DataShare/accounts", () => ({
  azurerm: {
    azurerm_data_share_account: {
      arguments: {},
    },
  },
}));
