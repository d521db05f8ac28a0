import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Web/staticSites", () => ({
  azurerm: {
    azurerm_static_site: {
      majors: [2, 4],
      arguments: {
        sku_tier: { arm: "sku.tier", default: "Free" },
      },
    },
    azurerm_static_web_app: {
      majors: [3, 5],
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [4, 5],
          default: true,
        },
        sku_tier: { arm: "sku.tier", default: "Free" },
      },
    },
  },
}));
