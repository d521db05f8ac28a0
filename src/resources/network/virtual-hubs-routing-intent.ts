import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/virtualHubs/routingIntent", () => ({
  azurerm: {
    azurerm_virtual_hub_routing_intent: {
      identity: { parent: ["virtual_hub_id"] },
      majors: [3, 5],
      arguments: {
        "routing_policy[].destinations": "properties.routingPolicies[].destinations",
        "routing_policy[].next_hop": "properties.routingPolicies[].nextHop",
      },
    },
  },
}));
