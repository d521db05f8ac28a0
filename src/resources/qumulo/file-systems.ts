import { defineResourceType } from "../define.ts";

export default defineResourceType("Qumulo.Storage/fileSystems", () => ({
  azurerm: {
    azurerm_qumulo_file_system: {
      majors: [4, 5],
      arguments: {
        subnet_id: "properties.delegatedSubnetId",
      },
    },
  },
}));
