import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.ApiManagement/gateways", () => ({
  azurerm: {
    azurerm_api_management_standalone_gateway: {
      majors: [4, 5],
      arguments: {
        backend_subnet_id: "properties.backend.subnet.id",
        virtual_network_type: "properties.virtualNetworkType",
      },
    },
  },
}));
