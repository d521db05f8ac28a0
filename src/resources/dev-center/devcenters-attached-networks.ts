import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DevCenter/devcenters/attachednetworks", () => ({
  azurerm: {
    azurerm_dev_center_attached_network: {
      identity: { parent: ["dev_center_id"] },
      majors: [4, 5],
      arguments: {
        network_connection_id: "properties.networkConnectionId",
      },
    },
  },
}));
