import { defineResourceType, ONE } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkInterfaces", () => ({
  azurerm: {
    azurerm_network_interface: {
      arguments: {
        "ip_configuration[].name": "properties.ipConfigurations[].name",
        "ip_configuration[].subnet_id": "properties.ipConfigurations[].properties.subnet.id",
        "ip_configuration[].public_ip_address_id":
          "properties.ipConfigurations[].properties.publicIPAddress.id",
        "ip_configuration[].private_ip_address": {
          arm: "properties.ipConfigurations[].properties.privateIPAddress",
          computed: true,
        },
        "ip_configuration[].private_ip_address_allocation":
          "properties.ipConfigurations[].properties.privateIPAllocationMethod",
        "ip_configuration[].private_ip_address_version": {
          arm: "properties.ipConfigurations[].properties.privateIPAddressVersion",
          default: "IPv4",
        },
        "ip_configuration[].load_balancer_backend_address_pools_ids[]": {
          arm: "properties.ipConfigurations[].properties.loadBalancerBackendAddressPools[].id",
          majors: ONE,
        },
        "ip_configuration[].load_balancer_inbound_nat_rules_ids[]": {
          arm: "properties.ipConfigurations[].properties.loadBalancerInboundNatRules[].id",
          majors: ONE,
        },
        "ip_configuration[].application_gateway_backend_address_pools_ids[]": {
          arm: "properties.ipConfigurations[].properties.applicationGatewayBackendAddressPools[].id",
          majors: ONE,
        },
        "ip_configuration[].application_security_group_ids[]": {
          arm: "properties.ipConfigurations[].properties.applicationSecurityGroups[].id",
          majors: ONE,
        },
        network_security_group_id: { arm: "properties.networkSecurityGroup.id", majors: ONE },
        "ip_configuration[].gateway_load_balancer_frontend_ip_configuration_id":
          "properties.ipConfigurations[].properties.gatewayLoadBalancer.id",
        ip_forwarding_enabled: { arm: "properties.enableIPForwarding", majors: [3, 5], default: false },
        enable_ip_forwarding: { arm: "properties.enableIPForwarding", majors: [2, 3], default: { 2: false } },
        accelerated_networking_enabled: {
          arm: "properties.enableAcceleratedNetworking",
          majors: [3, 5],
          default: { 4: false, 5: false },
        },
        dns_servers: "properties.dnsSettings.dnsServers",
      },
    },
    azurerm_network_interface_application_gateway_backend_address_pool_association: {
      merge: {
        id: "network_interface_id",
        items: { in: "properties.ipConfigurations", named: "ip_configuration_name" },
      },
      arguments: { backend_address_pool_id: "properties.applicationGatewayBackendAddressPools[].id" },
    },
    azurerm_network_interface_application_security_group_association: {
      merge: { id: "network_interface_id", items: { in: "properties.ipConfigurations" } },
      arguments: { application_security_group_id: "properties.applicationSecurityGroups[].id" },
    },
    azurerm_network_interface_backend_address_pool_association: {
      merge: {
        id: "network_interface_id",
        items: { in: "properties.ipConfigurations", named: "ip_configuration_name" },
      },
      arguments: { backend_address_pool_id: "properties.loadBalancerBackendAddressPools[].id" },
    },
    azurerm_network_interface_nat_rule_association: {
      merge: {
        id: "network_interface_id",
        items: { in: "properties.ipConfigurations", named: "ip_configuration_name" },
      },
      arguments: { nat_rule_id: "properties.loadBalancerInboundNatRules[].id" },
    },
    azurerm_network_interface_security_group_association: {
      merge: { id: "network_interface_id" },
      arguments: {
        network_security_group_id: "properties.networkSecurityGroup.id",
      },
    },
  },
}));
