import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/vpnSites", () => ({
  azurerm: {
    azurerm_vpn_site: {
      arguments: {
        address_cidrs: "properties.addressSpace.addressPrefixes",
        virtual_wan_id: "properties.virtualWan.id",
        "link[].ip_address": "properties.vpnSiteLinks[].properties.ipAddress",
      },
    },
  },
}));
