import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/applicationGateways", () => ({
  azurerm: {
    azurerm_application_gateway: {
      arguments: {
        "private_link_configuration[].name": "properties.privateLinkConfigurations[].name",
        "private_link_configuration[].ip_configuration[].private_ip_address": {
          arm: "properties.privateLinkConfigurations[].properties.ipConfigurations[].properties.privateIPAddress",
          computed: true,
        },
        "url_path_map[].path_rule[].firewall_policy_id":
          "properties.urlPathMaps[].properties.pathRules[].properties.firewallPolicy.id",
        "sku.capacity": "properties.sku.capacity",
        "sku.name": "properties.sku.name",
        "sku.tier": "properties.sku.tier",
        "gateway_ip_configuration[].name": "properties.gatewayIPConfigurations[].name",
        "gateway_ip_configuration[].subnet_id": "properties.gatewayIPConfigurations[].properties.subnet.id",
        "frontend_ip_configuration[].name": "properties.frontendIPConfigurations[].name",
        "frontend_ip_configuration[].public_ip_address_id":
          "properties.frontendIPConfigurations[].properties.publicIPAddress.id",
        "frontend_ip_configuration[].subnet_id": "properties.frontendIPConfigurations[].properties.subnet.id",
        "frontend_ip_configuration[].private_ip_address":
          "properties.frontendIPConfigurations[].properties.privateIPAddress",
        "frontend_ip_configuration[].private_ip_address_allocation": {
          arm: "properties.frontendIPConfigurations[].properties.privateIPAllocationMethod",
          default: { 3: "Dynamic", 4: "Dynamic", 5: "Dynamic" },
        },
        "frontend_ip_configuration[].private_link_configuration_name": {
          arm: "properties.frontendIPConfigurations[].properties.privateLinkConfiguration.id",
          partOf: "privateLinkConfigurations",
        },
        "private_link_configuration[].ip_configuration[].subnet_id":
          "properties.privateLinkConfigurations[].properties.ipConfigurations[].properties.subnet.id",
        "http_listener[].name": "properties.httpListeners[].name",
        "http_listener[].frontend_ip_configuration_name": {
          arm: "properties.httpListeners[].properties.frontendIPConfiguration.id",
          partOf: "frontendIPConfigurations",
        },
        "http_listener[].frontend_port_name": {
          arm: "properties.httpListeners[].properties.frontendPort.id",
          partOf: "frontendPorts",
        },
        "http_listener[].protocol": "properties.httpListeners[].properties.protocol",
        "http_listener[].firewall_policy_id": "properties.httpListeners[].properties.firewallPolicy.id",
        "frontend_port[].name": "properties.frontendPorts[].name",
        "frontend_port[].port": "properties.frontendPorts[].properties.port",
        firewall_policy_id: "properties.firewallPolicy.id",
        force_firewall_policy_association: "properties.forceFirewallPolicyAssociation",
        "waf_configuration.enabled": "properties.webApplicationFirewallConfiguration.enabled",
        "waf_configuration.firewall_mode": "properties.webApplicationFirewallConfiguration.firewallMode",
        "backend_address_pool[].name": "properties.backendAddressPools[].name",
        "backend_address_pool[].fqdns[]":
          "properties.backendAddressPools[].properties.backendAddresses[].fqdn",
        "backend_address_pool[].ip_addresses[]":
          "properties.backendAddressPools[].properties.backendAddresses[].ipAddress",
        "ssl_policy.min_protocol_version": "properties.sslPolicy.minProtocolVersion",
      },
    },
  },
}));
