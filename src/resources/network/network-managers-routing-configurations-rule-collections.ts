import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.Network/networkManagers/routingConfigurations/ruleCollections",
  () => ({
    azurerm: {
      azurerm_network_manager_routing_rule_collection: {
        identity: { parent: ["routing_configuration_id"] },
        majors: [4, 5],
        arguments: {
          "network_group_ids[]": "properties.appliesTo[].networkGroupId",
          bgp_route_propagation_enabled: {
            arm: "properties.disableBgpRoutePropagation",
            map: { true: "False", false: "True" },
            default: false,
          },
        },
      },
    },
  }),
);
