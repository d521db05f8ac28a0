import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Compute/snapshots", () => ({
  azurerm: {
    azurerm_snapshot: {
      arguments: {
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          majors: [3, 5],
          default: true,
        },
        network_access_policy: { arm: "properties.networkAccessPolicy", majors: [3, 5], default: "AllowAll" },
        disk_access_id: { arm: "properties.diskAccessId", majors: [3, 5] },
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
