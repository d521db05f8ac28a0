import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DevCenter/projects/pools", () => ({
  azurerm: {
    azurerm_dev_center_project_pool: {
      identity: { parent: ["dev_center_project_id"] },
      majors: [4, 5],
      arguments: {
        dev_center_attached_network_name: "properties.networkConnectionName",
      },
    },
  },
}));
