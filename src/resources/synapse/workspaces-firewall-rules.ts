import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Synapse/workspaces/firewallRules", () => ({
  azurerm: {
    azurerm_synapse_firewall_rule: {
      identity: { parent: ["synapse_workspace_id"] },
      arguments: {
        start_ip_address: "properties.startIpAddress",
        end_ip_address: "properties.endIpAddress",
      },
    },
  },
}));
