import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Orbital/contactProfiles", () => ({
  azurerm: {
    azurerm_orbital_contact_profile: {
      majors: [3, 4],
      arguments: {
        network_configuration_subnet_id: "properties.networkConfiguration.subnetId",
      },
    },
  },
}));
