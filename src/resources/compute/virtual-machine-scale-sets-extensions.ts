import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Compute/virtualMachineScaleSets/extensions", () => ({
  azurerm: {
    azurerm_virtual_machine_scale_set_extension: {
      identity: { parent: ["virtual_machine_scale_set_id"] },
      arguments: {},
    },
  },
}));
