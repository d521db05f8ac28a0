import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Compute/virtualMachines", () => ({
  azurerm: {
    azurerm_linux_virtual_machine: {
      arguments: {
        "network_interface_ids[]": "properties.networkProfile.networkInterfaces[].id",
        boot_diagnostics: { arm: "properties.diagnosticsProfile.bootDiagnostics.enabled", presence: true },
        "boot_diagnostics.storage_account_uri": "properties.diagnosticsProfile.bootDiagnostics.storageUri",
      },
    },
    azurerm_virtual_machine: {
      arguments: {
        "network_interface_ids[]": "properties.networkProfile.networkInterfaces[].id",
        boot_diagnostics: { arm: "properties.diagnosticsProfile.bootDiagnostics.enabled", presence: true },
        "boot_diagnostics.storage_account_uri": "properties.diagnosticsProfile.bootDiagnostics.storageUri",
      },
    },
    azurerm_windows_virtual_machine: {
      arguments: {
        "network_interface_ids[]": "properties.networkProfile.networkInterfaces[].id",
        boot_diagnostics: { arm: "properties.diagnosticsProfile.bootDiagnostics.enabled", presence: true },
        "boot_diagnostics.storage_account_uri": "properties.diagnosticsProfile.bootDiagnostics.storageUri",
      },
    },
  },
}));
