import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkWatchers", () => ({
  azurerm: {
    azurerm_network_watcher: {
      arguments: {},
    },
  },
}));
