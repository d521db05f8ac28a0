import { defineResourceType, INVERTED } from "../define.ts";

export default defineResourceType("Microsoft.Maps/accounts", () => ({
  azurerm: {
    azurerm_maps_account: {
      arguments: {
        local_authentication_enabled: {
          arm: "properties.disableLocalAuth",
          map: INVERTED,
          majors: [3, 5],
          default: true,
        },
      },
    },
  },
}));
