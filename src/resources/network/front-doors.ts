import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/frontDoors", () => ({
  azurerm: {
    azurerm_frontdoor: {
      arguments: {
        "frontend_endpoint[].host_name": "properties.frontendEndpoints[].properties.hostName",
        "frontend_endpoint[].web_application_firewall_policy_link_id":
          "properties.frontendEndpoints[].properties.webApplicationFirewallPolicyLink.id",
        "backend_pool[].backend[].address": "properties.backendPools[].properties.backends[].address",
      },
    },
  },
}));
