import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/virtualHubs/ipConfigurations", () => ({
  azurerm: {
    azurerm_virtual_hub_ip: {
      identity: { parent: ["virtual_hub_id"] },
      arguments: {
        subnet_id: "properties.subnet.id",
        public_ip_address_id: "properties.publicIPAddress.id",
        private_ip_address: "properties.privateIPAddress",
        private_ip_allocation_method: { arm: "properties.privateIPAllocationMethod", default: "Dynamic" },
      },
    },
  },
}));
