import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Batch/batchAccounts/pools", () => ({
  azurerm: {
    azurerm_batch_pool: {
      identity: { names: ["account_name"] },
      arguments: {
        "network_configuration.dynamic_vnet_assignment_scope": {
          arm: "properties.networkConfiguration.dynamicVnetAssignmentScope",
          majors: [3, 5],
          default: "none",
        },
        "network_configuration.subnet_id": "properties.networkConfiguration.subnetId",
        "network_configuration.public_ips":
          "properties.networkConfiguration.publicIPAddressConfiguration.ipAddressIds",
        "network_configuration.public_address_provisioning_type":
          "properties.networkConfiguration.publicIPAddressConfiguration.provision",
        "network_configuration.endpoint_configuration[].frontend_port_range": [
          {
            arm: "properties.networkConfiguration.endpointConfiguration.inboundNatPools[].frontendPortRangeStart",
            reshape: "range-start",
          },
          {
            arm: "properties.networkConfiguration.endpointConfiguration.inboundNatPools[].frontendPortRangeEnd",
            reshape: "range-end",
          },
        ],
        "network_configuration.endpoint_configuration[].name":
          "properties.networkConfiguration.endpointConfiguration.inboundNatPools[].name",
        "network_configuration.endpoint_configuration[].backend_port":
          "properties.networkConfiguration.endpointConfiguration.inboundNatPools[].backendPort",
        "network_configuration.endpoint_configuration[].protocol":
          "properties.networkConfiguration.endpointConfiguration.inboundNatPools[].protocol",
        "network_configuration.endpoint_configuration[].network_security_group_rules[].access":
          "properties.networkConfiguration.endpointConfiguration.inboundNatPools[].networkSecurityGroupRules[].access",
        "network_configuration.endpoint_configuration[].network_security_group_rules[].priority":
          "properties.networkConfiguration.endpointConfiguration.inboundNatPools[].networkSecurityGroupRules[].priority",
        "network_configuration.endpoint_configuration[].network_security_group_rules[].source_address_prefix":
          "properties.networkConfiguration.endpointConfiguration.inboundNatPools[].networkSecurityGroupRules[].sourceAddressPrefix",
      },
    },
  },
}));
