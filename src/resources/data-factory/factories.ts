import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.DataFactory/factories", () => ({
  azurerm: {
    azurerm_data_factory: {
      arguments: {
        public_network_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
      },
      children: [
        {
          type: "Microsoft.DataFactory/factories/managedVirtualNetworks",
          when: "managed_virtual_network_enabled",
          name: "=default",
          arguments: {},
        },
      ],
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "Azure's reference names none; Terraform's azurerm provider takes it for this",
    },
  },
}));
