import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DevCenter/networkConnections", () => ({
  azurerm: {
    azurerm_dev_center_network_connection: {
      majors: [3, 5],
      arguments: {
        subnet_id: "properties.subnetId",
      },
    },
  },
}));
