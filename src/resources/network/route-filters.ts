import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/routeFilters", () => ({
  azurerm: {
    azurerm_route_filter: {
      arguments: {
        "rule[].access": "properties.rules[].properties.access",
        "rule[].communities": "properties.rules[].properties.communities",
      },
    },
  },
}));
