import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/dnsResolvers/inboundEndpoints", () => ({
  azurerm: {
    azurerm_private_dns_resolver_inbound_endpoint: {
      identity: { parent: ["private_dns_resolver_id"] },
      majors: [3, 5],
      arguments: {
        "ip_configurations[].subnet_id": "properties.ipConfigurations[].subnet.id",
        "ip_configurations[].private_ip_address": {
          arm: "properties.ipConfigurations[].privateIpAddress",
          computed: true,
        },
        "ip_configurations[].private_ip_allocation_method": {
          arm: "properties.ipConfigurations[].privateIpAllocationMethod",
          default: "Dynamic",
        },
      },
    },
  },
}));
