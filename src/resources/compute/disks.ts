import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Compute/disks", () => ({
  azurerm: {
    azurerm_managed_disk: {
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        // AllowAll is sent when unset, in every version
        network_access_policy: {
          arm: "properties.networkAccessPolicy",
          default: { 4: "AllowAll", 5: "AllowAll" },
        },
        disk_access_id: "properties.diskAccessId",
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
