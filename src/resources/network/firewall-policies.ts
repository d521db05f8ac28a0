import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/firewallPolicies", () => ({
  azurerm: {
    azurerm_firewall_policy: {
      arguments: {
        base_policy_id: "properties.basePolicy.id",
        sku: { arm: "properties.sku.tier", default: { 4: "Standard", 5: "Standard" } },
        threat_intelligence_mode: { arm: "properties.threatIntelMode", default: "Alert" },
        "dns.proxy_enabled": { arm: "properties.dnsSettings.enableProxy", default: false },
        "dns.servers": "properties.dnsSettings.servers",
        "intrusion_detection.mode": "properties.intrusionDetection.mode",
        private_ip_ranges: "properties.snat.privateRanges",
        "explicit_proxy.enabled": { arm: "properties.explicitProxy.enableExplicitProxy", majors: [3, 5] },
        "insights.enabled": "properties.insights.isEnabled",
      },
    },
  },
}));
