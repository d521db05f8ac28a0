import { defineResourceType } from "../define.ts";

export default defineResourceType("Oracle.Database/cloudVmClusters", () => ({
  azurerm: {
    azurerm_oracle_cloud_vm_cluster: {
      majors: [4, 5],
      arguments: {
        subnet_id: "properties.subnetId",
        virtual_network_id: "properties.vnetId",
      },
    },
  },
}));
