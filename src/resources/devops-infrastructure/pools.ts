import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DevOpsInfrastructure/pools", () => ({
  azurerm: {
    azurerm_managed_devops_pool: {
      majors: [4, 5],
      arguments: {
        "virtual_machine_scale_set_fabric.subnet_id": "properties.fabricProfile.networkProfile.subnetId",
      },
    },
  },
}));
