import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/customIpPrefixes", () => ({
  azurerm: {
    azurerm_custom_ip_prefix: {
      majors: [3, 5],
      arguments: {
        cidr: "properties.cidr",
        internet_advertising_disabled: { arm: "properties.noInternetAdvertise", default: false },
      },
    },
  },
}));
