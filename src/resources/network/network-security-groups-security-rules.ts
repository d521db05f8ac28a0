import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.Network/networkSecurityGroups/securityRules",
  () => ({
    azurerm: {
      azurerm_network_security_rule: {
        identity: { names: ["network_security_group_name"] },
        arguments: {
          description: "properties.description",
          access: "properties.access",
          direction: "properties.direction",
          priority: "properties.priority",
          protocol: "properties.protocol",
          source_address_prefix: "properties.sourceAddressPrefix",
          source_address_prefixes: "properties.sourceAddressPrefixes",
          "source_application_security_group_ids[]": "properties.sourceApplicationSecurityGroups[].id",
          source_port_range: "properties.sourcePortRange",
          source_port_ranges: "properties.sourcePortRanges",
          destination_address_prefix: "properties.destinationAddressPrefix",
          destination_address_prefixes: "properties.destinationAddressPrefixes",
          "destination_application_security_group_ids[]":
            "properties.destinationApplicationSecurityGroups[].id",
          destination_port_range: "properties.destinationPortRange",
          destination_port_ranges: "properties.destinationPortRanges",
        },
      },
    },
    inlineIn: { path: "properties.securityRules" },
  }),
  { inline: true },
);
