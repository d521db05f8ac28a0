import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/ipGroups", () => ({
  azurerm: {
    azurerm_ip_group: {
      arguments: {
        cidrs: "properties.ipAddresses",
      },
    },
    azurerm_ip_group_cidr: {
      merge: { id: "ip_group_id" },
      majors: [3, 5],
      arguments: {
        cidr: "properties.ipAddresses[]",
      },
    },
  },
}));
