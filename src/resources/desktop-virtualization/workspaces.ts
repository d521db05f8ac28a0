import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.DesktopVirtualization/workspaces", () => ({
  azurerm: {
    azurerm_virtual_desktop_workspace: {
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 5],
          default: true,
        },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "Azure's reference names none; Terraform's azurerm provider takes it for this",
    },
  },
}));
