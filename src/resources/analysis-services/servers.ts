import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.AnalysisServices/servers", () => ({
  azurerm: {
    azurerm_analysis_services_server: {
      arguments: {
        "ipv4_firewall_rule[].range_start": "properties.ipV4FirewallSettings.firewallRules[].rangeStart",
        "ipv4_firewall_rule[].range_end": "properties.ipV4FirewallSettings.firewallRules[].rangeEnd",
        power_bi_service_enabled: {
          arm: "properties.ipV4FirewallSettings.enablePowerBIService",
          majors: [3, 5],
        },
        enable_power_bi_service: {
          arm: "properties.ipV4FirewallSettings.enablePowerBIService",
          majors: [2, 3],
          computed: true,
        },
      },
    },
  },
}));
