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
      value: "Enabled",
      basis:
        "azurerm documentation: a store without the switch is in automatic mode, open until it has a private endpoint",
    },
  },
}));
