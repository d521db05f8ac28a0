import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Sql/servers/outboundFirewallRules", () => ({
  azurerm: {
    azurerm_mssql_outbound_firewall_rule: {
      identity: { parent: ["server_id"] },
      arguments: {},
    },
  },
}));
