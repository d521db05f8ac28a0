import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkSecurityPerimeters/resourceAssociations", () => ({
  azurerm: {
    azurerm_network_security_perimeter_association: {
      majors: [4, 5],
      identity: { parent: ["network_security_perimeter_profile_id"] },
      arguments: {
        access_mode: "properties.accessMode",
        resource_id: "properties.privateLinkResource.id",
        network_security_perimeter_profile_id: "properties.profile.id",
      },
    },
  },
}));
