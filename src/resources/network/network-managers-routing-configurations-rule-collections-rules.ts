import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.Network/networkManagers/routingConfigurations/ruleCollections/rules",
  () => ({
    azurerm: {
      azurerm_network_manager_routing_rule: {
        identity: { parent: ["rule_collection_id"] },
        majors: [4, 5],
        arguments: {
          "destination.address": "properties.destination.destinationAddress",
          "destination.type": "properties.destination.type",
          "next_hop.type": "properties.nextHop.nextHopType",
          "next_hop.address": "properties.nextHop.nextHopAddress",
        },
      },
    },
  }),
);
