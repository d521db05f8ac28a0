import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/loadBalancers", () => ({
  azurerm: {
    azurerm_lb: {
      arguments: {
        sku: { arm: "sku.name", default: { 2: "Basic", 3: "Basic", 4: "Standard", 5: "Standard" } },
        sku_tier: { arm: "sku.tier", default: "Regional" },
        "frontend_ip_configuration[].name": "properties.frontendIPConfigurations[].name",
        "frontend_ip_configuration[].subnet_id": "properties.frontendIPConfigurations[].properties.subnet.id",
        "frontend_ip_configuration[].public_ip_address_id":
          "properties.frontendIPConfigurations[].properties.publicIPAddress.id",
        "frontend_ip_configuration[].public_ip_prefix_id":
          "properties.frontendIPConfigurations[].properties.publicIPPrefix.id",
        "frontend_ip_configuration[].private_ip_address":
          "properties.frontendIPConfigurations[].properties.privateIPAddress",
        "frontend_ip_configuration[].private_ip_address_allocation":
          "properties.frontendIPConfigurations[].properties.privateIPAllocationMethod",
        "frontend_ip_configuration[].gateway_load_balancer_frontend_ip_configuration_id":
          "properties.frontendIPConfigurations[].properties.gatewayLoadBalancer.id",
      },
    },
    azurerm_lb_nat_pool: {
      merge: { id: "loadbalancer_id" },
      arguments: {
        name: "properties.inboundNatPools[].name",
        protocol: "properties.inboundNatPools[].properties.protocol",
        frontend_port_start: "properties.inboundNatPools[].properties.frontendPortRangeStart",
        frontend_port_end: "properties.inboundNatPools[].properties.frontendPortRangeEnd",
        backend_port: "properties.inboundNatPools[].properties.backendPort",
        frontend_ip_configuration_name: {
          arm: "properties.inboundNatPools[].properties.frontendIPConfiguration.id",
          partOf: "frontendIPConfigurations",
        },
      },
    },
    azurerm_lb_outbound_rule: {
      merge: { id: "loadbalancer_id" },
      arguments: {
        name: "properties.outboundRules[].name",
        protocol: "properties.outboundRules[].properties.protocol",
        backend_address_pool_id: "properties.outboundRules[].properties.backendAddressPool.id",
        "frontend_ip_configuration[].name": {
          arm: "properties.outboundRules[].properties.frontendIPConfigurations[].id",
          partOf: "frontendIPConfigurations",
        },
      },
    },
    azurerm_lb_rule: {
      merge: { id: "loadbalancer_id" },
      arguments: {
        name: "properties.loadBalancingRules[].name",
        protocol: "properties.loadBalancingRules[].properties.protocol",
        frontend_port: "properties.loadBalancingRules[].properties.frontendPort",
        backend_port: "properties.loadBalancingRules[].properties.backendPort",
        frontend_ip_configuration_name: {
          arm: "properties.loadBalancingRules[].properties.frontendIPConfiguration.id",
          partOf: "frontendIPConfigurations",
        },
        "backend_address_pool_ids[]": "properties.loadBalancingRules[].properties.backendAddressPools[].id",
        backend_address_pool_id: {
          arm: "properties.loadBalancingRules[].properties.backendAddressPool.id",
          majors: [2, 2],
        },
        disable_outbound_snat: {
          arm: "properties.loadBalancingRules[].properties.disableOutboundSnat",
          default: false,
        },
      },
    },
  },
}));
