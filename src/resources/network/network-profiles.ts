import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkProfiles", () => ({
  azurerm: {
    azurerm_network_profile: {
      arguments: {
        "container_network_interface[].ip_configuration[].subnet_id":
          "properties.containerNetworkInterfaceConfigurations[].properties.ipConfigurations[].properties.subnet.id",
      },
    },
  },
}));
