import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Synapse/workspaces", () => ({
  azurerm: {
    azurerm_synapse_workspace: {
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        managed_virtual_network_enabled: {
          arm: "properties.managedVirtualNetwork",
          map: { true: "default", false: "" },
        },
        data_exfiltration_protection_enabled:
          "properties.managedVirtualNetworkSettings.preventDataExfiltration",
        compute_subnet_id: "properties.virtualNetworkProfile.computeSubnetId",
        linking_allowed_for_aad_tenant_ids:
          "properties.managedVirtualNetworkSettings.allowedAadTenantIdsForLinking",
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
