import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Compute/virtualMachines", () => ({
  azurerm: {
    azurerm_linux_virtual_machine: {
      arguments: {
        "network_interface_ids[]": "properties.networkProfile.networkInterfaces[].id",
      },
    },
    azurerm_virtual_machine: {
      arguments: {
        "network_interface_ids[]": "properties.networkProfile.networkInterfaces[].id",
        primary_network_interface_id: "properties.networkProfile.networkInterfaces[].id",
      },
    },
    azurerm_windows_virtual_machine: {
      arguments: {
        "network_interface_ids[]": "properties.networkProfile.networkInterfaces[].id",
      },
    },
  },
}));
