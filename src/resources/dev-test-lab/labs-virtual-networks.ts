import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DevTestLab/labs/virtualnetworks", () => ({
  azurerm: {
    azurerm_dev_test_virtual_network: {
      identity: { names: ["lab_name"] },
      arguments: {
        "subnet[].use_public_ip_address": {
          arm: "properties.subnetOverrides[].usePublicIpAddressPermission",
          default: "Allow",
        },
        "subnet[].use_in_virtual_machine_creation": {
          arm: "properties.subnetOverrides[].useInVmCreationPermission",
          default: "Allow",
        },
      },
    },
  },
}));
