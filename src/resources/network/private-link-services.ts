import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/privateLinkServices", () => ({
  azurerm: {
    azurerm_private_link_service: {
      arguments: {
        "nat_ip_configuration[].name": "properties.ipConfigurations[].name",
        "nat_ip_configuration[].subnet_id": "properties.ipConfigurations[].properties.subnet.id",
        "nat_ip_configuration[].private_ip_address":
          "properties.ipConfigurations[].properties.privateIPAddress",
        "load_balancer_frontend_ip_configuration_ids[]":
          "properties.loadBalancerFrontendIpConfigurations[].id",
        destination_ip_address: { arm: "properties.destinationIPAddress", majors: [4, 5] },
        visibility_subscription_ids: "properties.visibility.subscriptions",
        auto_approval_subscription_ids: "properties.autoApproval.subscriptions",
        proxy_protocol_enabled: { arm: "properties.enableProxyProtocol", majors: [4, 5], default: false },
        enable_proxy_protocol: { arm: "properties.enableProxyProtocol", majors: [2, 4] },
        fqdns: { arm: "properties.fqdns", majors: [3, 5] },
      },
    },
  },
}));
