import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.StorageCache/amlFilesystems", () => ({
  azurerm: {
    azurerm_managed_lustre_file_system: {
      majors: [3, 5],
      arguments: {
        subnet_id: "properties.filesystemSubnet",
      },
    },
  },
}));
