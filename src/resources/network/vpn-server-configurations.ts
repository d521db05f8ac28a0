import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/vpnServerConfigurations", () => ({
  azurerm: {
    azurerm_vpn_server_configuration: {
      arguments: {
        vpn_authentication_types: "properties.vpnAuthenticationTypes",
        vpn_protocols: { arm: "properties.vpnProtocols", computed: true },
      },
    },
  },
}));
