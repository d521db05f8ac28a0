import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/natGateways", () => ({
  azurerm: {
    azurerm_nat_gateway: {
      arguments: {
        sku_name: { arm: "sku.name", default: "Standard" },
        "public_ip_address_ids[]": {
          arm: "properties.publicIpAddresses[].id",
          majors: [2, 2],
        },
        "public_ip_prefix_ids[]": { arm: "properties.publicIpPrefixes[].id", majors: [2, 2] },
        idle_timeout_in_minutes: { arm: "properties.idleTimeoutInMinutes", default: 4 },
      },
    },
    azurerm_nat_gateway_public_ip_association: {
      merge: { id: "nat_gateway_id" },
      arguments: {
        public_ip_address_id: "properties.publicIpAddresses[].id",
      },
    },
    azurerm_nat_gateway_public_ip_prefix_association: {
      merge: { id: "nat_gateway_id" },
      arguments: {
        public_ip_prefix_id: "properties.publicIpPrefixes[].id",
      },
    },
  },
}));
