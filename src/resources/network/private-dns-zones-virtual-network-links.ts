import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/privateDnsZones/virtualNetworkLinks", () => ({
  azurerm: {
    azurerm_private_dns_zone_virtual_network_link: {
      identity: { parent: ["private_dns_zone_id"], names: ["private_dns_zone_name"] },
      arguments: {
        virtual_network_id: "properties.virtualNetwork.id",
        registration_enabled: { arm: "properties.registrationEnabled", default: false },
        resolution_policy: { arm: "properties.resolutionPolicy", majors: [4, 5] },
      },
    },
  },
  defaults: {
    "properties.resolutionPolicy": {
      value: "Default",
      basis: "type description: the fallback is asked for by name",
    },
    "properties.registrationEnabled": {
      value: false,
      basis: "private DNS documentation: off unless turned on",
    },
  },
}));
