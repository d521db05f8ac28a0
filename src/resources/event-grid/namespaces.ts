import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.EventGrid/namespaces", () => ({
  azurerm: {
    azurerm_eventgrid_namespace: {
      majors: [4, 5],
      arguments: {
        public_network_access: { arm: "properties.publicNetworkAccess", default: "Enabled" },
        "inbound_ip_rule[].ip_mask": "properties.inboundIpRules[].ipMask",
        "inbound_ip_rule[].action": { arm: "properties.inboundIpRules[].action", default: "Allow" },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": { value: "Enabled", basis: "type description" },
  },
}));
