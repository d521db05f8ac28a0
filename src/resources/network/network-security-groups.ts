import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkSecurityGroups", () => ({
  azurerm: {
    azurerm_network_security_group: {
      arguments: {
        "security_rule[].name": "properties.securityRules[].name",
        "security_rule[].description": "properties.securityRules[].properties.description",
        "security_rule[].access": "properties.securityRules[].properties.access",
        "security_rule[].direction": "properties.securityRules[].properties.direction",
        "security_rule[].priority": "properties.securityRules[].properties.priority",
        "security_rule[].protocol": "properties.securityRules[].properties.protocol",
        "security_rule[].source_address_prefix": "properties.securityRules[].properties.sourceAddressPrefix",
        "security_rule[].source_address_prefixes":
          "properties.securityRules[].properties.sourceAddressPrefixes",
        "security_rule[].source_application_security_group_ids[]":
          "properties.securityRules[].properties.sourceApplicationSecurityGroups[].id",
        "security_rule[].source_port_range": "properties.securityRules[].properties.sourcePortRange",
        "security_rule[].source_port_ranges": "properties.securityRules[].properties.sourcePortRanges",
        "security_rule[].destination_address_prefix":
          "properties.securityRules[].properties.destinationAddressPrefix",
        "security_rule[].destination_address_prefixes":
          "properties.securityRules[].properties.destinationAddressPrefixes",
        "security_rule[].destination_application_security_group_ids[]":
          "properties.securityRules[].properties.destinationApplicationSecurityGroups[].id",
        "security_rule[].destination_port_range":
          "properties.securityRules[].properties.destinationPortRange",
        "security_rule[].destination_port_ranges":
          "properties.securityRules[].properties.destinationPortRanges",
      },
    },
  },
}));
