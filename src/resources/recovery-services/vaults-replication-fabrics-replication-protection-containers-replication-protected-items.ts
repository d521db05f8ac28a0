import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems",
  () => ({
    azurerm: {
      azurerm_site_recovery_replicated_vm: {
        arguments: {
          target_network_id: {
            arm: "properties.providerSpecificDetails.selectedRecoveryAzureNetworkId",
            computed: true,
          },
          // Only azurerm 5 has it, but all of them have the block.
          "network_interface[].ip_configuration[].recovery_public_ip_address_id":
            "properties.providerSpecificDetails.vmNics[].ipConfigs[].recoveryPublicIPAddressId",
        },
      },
      azurerm_site_recovery_vmware_replicated_vm: {
        majors: [3, 5],
        arguments: {
          "network_interface[].target_subnet_name":
            "properties.providerSpecificDetails.vmNics[].targetSubnetName",
        },
      },
    },
  }),
);
