import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Compute/virtualMachineScaleSets", () => ({
  azurerm: {
    azurerm_linux_virtual_machine_scale_set: {
      arguments: {
        "network_interface[].network_security_group_id":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.networkSecurityGroup.id",
        "network_interface[].ip_configuration[].subnet_id":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.subnet.id",
        "network_interface[].ip_configuration[].public_ip_address.name":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.publicIPAddressConfiguration.name",
        "network_interface[].ip_configuration[].public_ip_address.public_ip_prefix_id":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.publicIPAddressConfiguration.properties.publicIPPrefix.id",
        "network_interface[].ip_configuration[].load_balancer_backend_address_pool_ids[]":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.loadBalancerBackendAddressPools[].id",
        "network_interface[].ip_configuration[].application_security_group_ids[]":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.applicationSecurityGroups[].id",
        "network_interface[].ip_forwarding_enabled": {
          arm: "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.enableIPForwarding",
          majors: [5, 5],
          default: false,
        },
        "network_interface[].enable_ip_forwarding": {
          arm: "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.enableIPForwarding",
          majors: [2, 4],
          default: false,
        },
      },
    },
    azurerm_orchestrated_virtual_machine_scale_set: {
      arguments: {
        "network_interface[].network_security_group_id":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.networkSecurityGroup.id",
        "network_interface[].ip_configuration[].subnet_id":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.subnet.id",
        "network_interface[].ip_configuration[].public_ip_address.name":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.publicIPAddressConfiguration.name",
        "network_interface[].ip_configuration[].public_ip_address.public_ip_prefix_id":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.publicIPAddressConfiguration.properties.publicIPPrefix.id",
        "network_interface[].ip_configuration[].load_balancer_backend_address_pool_ids[]":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.loadBalancerBackendAddressPools[].id",
        "network_interface[].ip_configuration[].application_security_group_ids[]":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.applicationSecurityGroups[].id",
        "network_interface[].ip_forwarding_enabled": {
          arm: "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.enableIPForwarding",
          majors: [5, 5],
          default: false,
        },
        "network_interface[].enable_ip_forwarding": {
          arm: "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.enableIPForwarding",
          majors: [2, 4],
          default: false,
        },
      },
    },
    azurerm_virtual_machine_scale_set: {
      arguments: {
        "network_profile[].network_security_group_id":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.networkSecurityGroup.id",
        "network_profile[].ip_configuration[].subnet_id":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.subnet.id",
        "network_profile[].ip_configuration[].public_ip_address_configuration.name":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.publicIPAddressConfiguration.name",
        "network_profile[].ip_configuration[].load_balancer_backend_address_pool_ids[]":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.loadBalancerBackendAddressPools[].id",
        "network_profile[].ip_configuration[].application_security_group_ids[]":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.applicationSecurityGroups[].id",
        "network_profile[].ip_forwarding": {
          arm: "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.enableIPForwarding",
          default: false,
        },
      },
    },
    azurerm_windows_virtual_machine_scale_set: {
      arguments: {
        "network_interface[].network_security_group_id":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.networkSecurityGroup.id",
        "network_interface[].ip_configuration[].subnet_id":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.subnet.id",
        "network_interface[].ip_configuration[].public_ip_address.name":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.publicIPAddressConfiguration.name",
        "network_interface[].ip_configuration[].public_ip_address.public_ip_prefix_id":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.publicIPAddressConfiguration.properties.publicIPPrefix.id",
        "network_interface[].ip_configuration[].load_balancer_backend_address_pool_ids[]":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.loadBalancerBackendAddressPools[].id",
        "network_interface[].ip_configuration[].application_security_group_ids[]":
          "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties.applicationSecurityGroups[].id",
        "network_interface[].ip_forwarding_enabled": {
          arm: "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.enableIPForwarding",
          majors: [5, 5],
          default: false,
        },
        "network_interface[].enable_ip_forwarding": {
          arm: "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties.enableIPForwarding",
          majors: [2, 4],
          default: false,
        },
      },
    },
  },
}));
