import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.HardwareSecurityModules/dedicatedHSMs", () => ({
  azurerm: {
    azurerm_dedicated_hardware_security_module: {
      arguments: {
        "network_profile.subnet_id": "properties.networkProfile.subnet.id",
        "management_network_profile.subnet_id": {
          arm: "properties.managementNetworkProfile.subnet.id",
          majors: [3, 5],
        },
      },
    },
  },
}));
