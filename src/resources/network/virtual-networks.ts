import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Network/virtualNetworks", () => ({
  azurerm: {
    azurerm_virtual_network: {
      arguments: {
        address_space: "properties.addressSpace.addressPrefixes",
        "ip_address_pool[].id": {
          arm: "properties.addressSpace.ipamPoolPrefixAllocations[].pool.id",
          majors: [4, 5],
        },
        // Optional and computed only to make room for azurerm_virtual_network_dns_servers: a new network without any uses Azure's
        dns_servers: "properties.dhcpOptions.dnsServers",
        "ddos_protection_plan.id": "properties.ddosProtectionPlan.id",
        "ddos_protection_plan.enable": "properties.enableDdosProtection",
        encryption: { arm: "properties.encryption.enabled", presence: true, majors: [3, 5] },
        "encryption.enforcement": { arm: "properties.encryption.enforcement", majors: [3, 5] },
        private_endpoint_vnet_policies: {
          arm: "properties.privateEndpointVNetPolicies",
          majors: [4, 5],
          default: "Disabled",
        },
        flow_timeout_in_minutes: "properties.flowTimeoutInMinutes",
        "subnet[].name": "properties.subnets[].name",
        "subnet[].address_prefix": { arm: "properties.subnets[].properties.addressPrefix", majors: [2, 3] },
        "subnet[].address_prefixes": {
          arm: "properties.subnets[].properties.addressPrefixes",
          majors: [4, 5],
        },
        "subnet[].security_group": "properties.subnets[].properties.networkSecurityGroup.id",
        "subnet[].route_table_id": { arm: "properties.subnets[].properties.routeTable.id", majors: [4, 5] },
        // true is sent explicitly, so the private-subnet default of newer ARM api-versions never applies
        "subnet[].default_outbound_access_enabled": {
          arm: "properties.subnets[].properties.defaultOutboundAccess",
          majors: [4, 5],
          default: true,
        },
        "subnet[].delegation[].name": {
          arm: "properties.subnets[].properties.delegations[].name",
          majors: [4, 5],
        },
        "subnet[].delegation[].service_delegation.name": {
          arm: "properties.subnets[].properties.delegations[].properties.serviceName",
          majors: [4, 5],
        },
        "subnet[].private_endpoint_network_policies": {
          arm: "properties.subnets[].properties.privateEndpointNetworkPolicies",
          majors: [4, 5],
          default: "Disabled",
        },
        "subnet[].private_link_service_network_policies_enabled": {
          arm: "properties.subnets[].properties.privateLinkServiceNetworkPolicies",
          map: ENABLED,
          majors: [4, 5],
          default: true,
        },
        "subnet[].service_endpoints[]": {
          arm: "properties.subnets[].properties.serviceEndpoints[].service",
          majors: [4, 4],
        },
        "subnet[].service_endpoint[].service": {
          arm: "properties.subnets[].properties.serviceEndpoints[].service",
          majors: [5, 5],
        },
        "subnet[].service_endpoint[].network_identifier": {
          arm: "properties.subnets[].properties.serviceEndpoints[].networkIdentifier.id",
          majors: [5, 5],
        },
        "subnet[].service_endpoint_policy_ids[]": {
          arm: "properties.subnets[].properties.serviceEndpointPolicies[].id",
          majors: [4, 5],
        },
      },
    },
    azurerm_virtual_network_dns_servers: {
      merge: { id: "virtual_network_id" },
      arguments: {
        dns_servers: "properties.dhcpOptions.dnsServers",
      },
    },
  },
}));
