import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.AppConfiguration/configurationStores", () => ({
  azurerm: {
    azurerm_app_configuration: {
      arguments: {
        // unset: not sent, the store runs in automatic mode
        public_network_access: { arm: "properties.publicNetworkAccess", majors: [3, 5] },
        data_plane_proxy_private_link_delegation_enabled: {
          arm: "properties.dataPlaneProxy.privateLinkDelegation",
          map: ENABLED,
          majors: [4, 5],
          default: false,
        },
        sku: { arm: "sku.name", default: "free" },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "unset (automatic)",
      basis:
        "azurerm documentation: an unset value creates the store in Automatic mode; once set it cannot return to Automatic",
    },
  },
}));
