import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.ApiManagement/service", () => ({
  azurerm: {
    azurerm_api_management: {
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        sku_name: { arm: "sku.name", reshape: "before-underscore" },
        virtual_network_type: { arm: "properties.virtualNetworkType", default: "None" },
        "virtual_network_configuration.subnet_id": "properties.virtualNetworkConfiguration.subnetResourceId",
        public_ip_address_id: "properties.publicIpAddressId",
        "additional_location[].virtual_network_configuration.subnet_id":
          "properties.additionalLocations[].virtualNetworkConfiguration.subnetResourceId",
        "additional_location[].public_ip_address_id": "properties.additionalLocations[].publicIpAddressId",
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": { value: "Enabled", basis: "type description" },
    "properties.virtualNetworkType": { value: "None", basis: "type description" },
  },
}));
