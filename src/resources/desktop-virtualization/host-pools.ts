import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DesktopVirtualization/hostPools", () => ({
  azurerm: {
    azurerm_virtual_desktop_host_pool: {
      arguments: {
        public_network_access: { arm: "properties.publicNetworkAccess", majors: [3, 5], default: "Enabled" },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "how the service behaves; Azure's reference names none",
    },
  },
}));
