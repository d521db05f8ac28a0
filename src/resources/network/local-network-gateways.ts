import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/localNetworkGateways", () => ({
  azurerm: {
    azurerm_local_network_gateway: {
      arguments: {
        gateway_address: "properties.gatewayIpAddress",
        gateway_fqdn: "properties.fqdn",
        address_space: "properties.localNetworkAddressSpace.addressPrefixes",
      },
    },
  },
}));
