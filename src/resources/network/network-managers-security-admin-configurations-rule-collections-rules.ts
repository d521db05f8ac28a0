import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections/rules",
  () => ({
    azurerm: {
      azurerm_network_manager_admin_rule: {
        identity: { parent: ["admin_rule_collection_id"] },
        majors: [3, 5],
        arguments: {
          action: "properties.access",
          direction: "properties.direction",
          priority: "properties.priority",
          protocol: "properties.protocol",
          "source[].address_prefix": "properties.sources[].addressPrefix",
          "source[].address_prefix_type": "properties.sources[].addressPrefixType",
          "destination[].address_prefix": "properties.destinations[].addressPrefix",
          "destination[].address_prefix_type": "properties.destinations[].addressPrefixType",
          source_port_ranges: "properties.sourcePortRanges",
          destination_port_ranges: "properties.destinationPortRanges",
        },
      },
    },
  }),
);
