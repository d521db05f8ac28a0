import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.EventGrid/domains", () => ({
  azurerm: {
    azurerm_eventgrid_domain: {
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        "inbound_ip_rule[].ip_mask": "properties.inboundIpRules[].ipMask",
        "inbound_ip_rule[].action": { arm: "properties.inboundIpRules[].action", default: "Allow" },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": { value: "Enabled", basis: "type description" },
  },
}));
