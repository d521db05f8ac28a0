import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/publicIPPrefixes", () => ({
  azurerm: {
    azurerm_public_ip_prefix: {
      arguments: {
        prefix_length: { arm: "properties.prefixLength", default: 28 },
        ip_version: { arm: "properties.publicIPAddressVersion", default: "IPv4" },
        sku: { arm: "sku.name", default: "Standard" },
        custom_ip_prefix_id: { arm: "properties.customIPPrefix.id", majors: [4, 5] },
      },
    },
  },
}));
