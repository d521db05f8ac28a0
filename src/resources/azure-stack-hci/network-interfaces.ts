import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.AzureStackHCI/networkInterfaces", () => ({
  azurerm: {
    azurerm_stack_hci_network_interface: {
      majors: [4, 5],
      arguments: {
        "ip_configuration[].subnet_id": "properties.ipConfigurations[].properties.subnet.id",
      },
    },
  },
}));
