import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.HybridCompute/privateLinkScopes", () => ({
  azurerm: {
    azurerm_arc_private_link_scope: {
      majors: [3, 5],
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          default: false,
        },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Disabled",
      basis: "Azure's reference names none; Terraform's azurerm provider takes it for this",
    },
  },
}));
