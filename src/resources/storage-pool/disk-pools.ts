import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.StoragePool/diskPools", () => ({
  azurerm: {
    azurerm_disk_pool: {
      majors: [2, 3],
      arguments: {
        subnet_id: "properties.subnetId",
      },
    },
    azurerm_storage_disks_pool: {
      majors: [2, 2],
      arguments: {
        subnet_id: "properties.subnetId",
      },
    },
  },
}));
