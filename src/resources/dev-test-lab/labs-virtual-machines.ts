import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DevTestLab/labs/virtualmachines", () => ({
  azurerm: {
    azurerm_dev_test_linux_virtual_machine: {
      identity: { names: ["lab_name"] },
      arguments: {
        disallow_public_ip_address: "properties.disallowPublicIpAddress",
        lab_virtual_network_id: "properties.labVirtualNetworkId",
        lab_subnet_name: "properties.labSubnetName",
      },
    },
    azurerm_dev_test_windows_virtual_machine: {
      identity: { names: ["lab_name"] },
      arguments: {
        disallow_public_ip_address: "properties.disallowPublicIpAddress",
        lab_virtual_network_id: "properties.labVirtualNetworkId",
        lab_subnet_name: "properties.labSubnetName",
      },
    },
  },
}));
