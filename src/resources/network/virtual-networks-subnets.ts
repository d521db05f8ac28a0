import { defineResourceType, ENABLED, ONE } from "../define.ts";

export default defineResourceType(
  "Microsoft.Network/virtualNetworks/subnets",
  () => ({
    azurerm: {
      azurerm_subnet: {
        identity: { names: ["virtual_network_name"] },
        arguments: {
          address_prefixes: "properties.addressPrefixes",
          address_prefix: { arm: "properties.addressPrefix", majors: [2, 2] },
          "ip_address_pool[].id": { arm: "properties.ipamPoolPrefixAllocations[].pool.id", majors: [4, 5] },
          // true is sent explicitly, so the private-subnet default of newer ARM api-versions never applies
          default_outbound_access_enabled: {
            arm: "properties.defaultOutboundAccess",
            majors: [3, 5],
            default: true,
          },
          // azurerm 3 sends Enabled when none of the policy arguments is set, whatever its documentation says
          private_endpoint_network_policies: {
            arm: "properties.privateEndpointNetworkPolicies",
            majors: [3, 5],
            default: { 3: "Enabled", 4: "Disabled", 5: "Disabled" },
          },
          private_endpoint_network_policies_enabled: {
            arm: "properties.privateEndpointNetworkPolicies",
            map: ENABLED,
            majors: [3, 3],
          },
          // the name is turned round: true disables the policies
          enforce_private_link_endpoint_network_policies: {
            arm: "properties.privateEndpointNetworkPolicies",
            map: { true: "Disabled", false: "Enabled" },
            majors: [2, 3],
            default: { 2: false },
          },
          private_link_service_network_policies_enabled: {
            arm: "properties.privateLinkServiceNetworkPolicies",
            map: ENABLED,
            majors: [3, 5],
            default: true,
          },
          enforce_private_link_service_network_policies: {
            arm: "properties.privateLinkServiceNetworkPolicies",
            map: { true: "Disabled", false: "Enabled" },
            majors: [2, 3],
            default: { 2: false },
          },
          "service_endpoints[]": { arm: "properties.serviceEndpoints[].service", majors: [2, 4] },
          "service_endpoint[].service": { arm: "properties.serviceEndpoints[].service", majors: [5, 5] },
          "service_endpoint[].network_identifier": {
            arm: "properties.serviceEndpoints[].networkIdentifier.id",
            majors: [5, 5],
          },
          "service_endpoint_policy_ids[]": "properties.serviceEndpointPolicies[].id",
          "delegation[].name": "properties.delegations[].name",
          "delegation[].service_delegation.name": "properties.delegations[].properties.serviceName",
          sharing_scope: { arm: "properties.sharingScope", majors: [4, 5] },
          network_security_group_id_wo: { arm: "properties.networkSecurityGroup.id", majors: [5, 5] },
          network_security_group_id: { arm: "properties.networkSecurityGroup.id", majors: ONE },
          route_table_id: { arm: "properties.routeTable.id", majors: ONE },
          route_table_id_wo: { arm: "properties.routeTable.id", majors: [5, 5] },
        },
      },
      azurerm_subnet_nat_gateway_association: {
        merge: { id: "subnet_id" },
        arguments: {
          nat_gateway_id: "properties.natGateway.id",
        },
      },
      azurerm_subnet_network_security_group_association: {
        merge: { id: "subnet_id" },
        arguments: {
          network_security_group_id: "properties.networkSecurityGroup.id",
        },
      },
      azurerm_subnet_route_table_association: {
        merge: { id: "subnet_id" },
        arguments: {
          route_table_id: "properties.routeTable.id",
        },
      },
    },
    defaults: {
      "properties.privateEndpointNetworkPolicies": {
        value: "Disabled",
        basis: "Private Link documentation: network policies are off for a subnet unless turned on",
      },
      "properties.defaultOutboundAccess": {
        value: (subnet) => ((subnet.apiVersion ?? "") >= "2025-07-01" ? undefined : true),
        basis:
          "outbound access documentation: on before api-version 2025-07-01; later ones turn it off in new networks",
      },
    },
    inlineIn: { path: "properties.subnets" },
  }),
  { inline: true },
);
