import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Cdn/profiles", () => ({
  azurerm: {
    azurerm_cdn_frontdoor_profile: {
      majors: [3, 5],
      arguments: {
        sku_name: "sku.name",
      },
    },
  },
}));
