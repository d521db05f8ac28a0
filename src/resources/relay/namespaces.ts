import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Relay/namespaces", () => ({
  azurerm: {
    azurerm_relay_namespace: {
      arguments: {
        sku_name: "sku.name",
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": { value: "Enabled", basis: "type description" },
  },
}));
