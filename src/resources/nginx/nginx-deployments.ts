import { defineResourceType } from "../define.ts";

export default defineResourceType("Nginx.NginxPlus/nginxDeployments", () => ({
  azurerm: {
    azurerm_nginx_deployment: {
      majors: [3, 5],
      arguments: {
        "network_interface.subnet_id": "properties.networkProfile.networkInterfaceConfiguration.subnetId",
        "frontend_public.ip_address[]":
          "properties.networkProfile.frontEndIPConfiguration.publicIPAddresses[].id",
        "frontend_private[].subnet_id":
          "properties.networkProfile.frontEndIPConfiguration.privateIPAddresses[].subnetId",
      },
    },
  },
}));
