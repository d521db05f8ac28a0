import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.ContainerService/fleets", () => ({
  azurerm: {
    azurerm_kubernetes_fleet_manager: {
      majors: [3, 5],
      arguments: {
        "hub_profile.dns_prefix": "properties.hubProfile.dnsPrefix",
      },
    },
  },
}));
