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
        "frontend_ip_configuration[].public_ip_prefix_id": {
          arm: "properties.frontendIPConfigurations[].properties.publicIPPrefix.id",
          computed: true,
        },
        "frontend_ip_configuration[].private_ip_address": {
          arm: "properties.frontendIPConfigurations[].properties.privateIPAddress",
          computed: true,
        },
        "frontend_ip_configuration[].private_ip_address_allocation": {
          arm: "properties.frontendIPConfigurations[].properties.privateIPAllocationMethod",
          computed: true,
        },
        "frontend_ip_configuration[].gateway_load_balancer_frontend_ip_configuration_id": {
          arm: "properties.frontendIPConfigurations[].properties.gatewayLoadBalancer.id",
          computed: true,
        },
      },
    },
    azurerm_lb_nat_pool: {
      merge: { id: "loadbalancer_id" },
      arguments: {
        protocol: "properties.inboundNatPools[].properties.protocol",
        frontend_port_start: "properties.inboundNatPools[].properties.frontendPortRangeStart",
        frontend_port_end: "properties.inboundNatPools[].properties.frontendPortRangeEnd",
        backend_port: "properties.inboundNatPools[].properties.backendPort",
      },
    },
    azurerm_lb_outbound_rule: {
      merge: { id: "loadbalancer_id" },
      arguments: {
        protocol: "properties.outboundRules[].properties.protocol",
        backend_address_pool_id: "properties.outboundRules[].properties.backendAddressPool.id",
        "frontend_ip_configuration[].name":
          "properties.outboundRules[].properties.frontendIPConfigurations[].id", // NOTE name resolved against the parent load balancer
      },
    },
    azurerm_lb_rule: {
      merge: { id: "loadbalancer_id" },
      arguments: {
        protocol: "properties.loadBalancingRules[].properties.protocol",
        frontend_port: "properties.loadBalancingRules[].properties.frontendPort",
        backend_port: "properties.loadBalancingRules[].properties.backendPort",
        frontend_ip_configuration_name:
          "properties.loadBalancingRules[].properties.frontendIPConfiguration.id", // NOTE name resolved against the parent load balancer
        "backend_address_pool_ids[]": "properties.loadBalancingRules[].properties.backendAddressPools[].id",
        disable_outbound_snat: {
          arm: "properties.loadBalancingRules[].properties.disableOutboundSnat",
          default: false,
        },
      },
    },
  },
}));
