import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/publicIPAddresses", () => ({
  azurerm: {
    azurerm_public_ip: {
      arguments: {
        allocation_method: "properties.publicIPAllocationMethod",
        ip_version: { arm: "properties.publicIPAddressVersion", default: "IPv4" },
        sku: { arm: "sku.name", default: { 2: "Basic", 3: "Basic", 4: "Standard", 5: "Standard" } },
        sku_tier: { arm: "sku.tier", default: "Regional" },
        domain_name_label: "properties.dnsSettings.domainNameLabel",
        domain_name_label_scope: { arm: "properties.dnsSettings.domainNameLabelScope", majors: [4, 5] },
        reverse_fqdn: "properties.dnsSettings.reverseFqdn",
        public_ip_prefix_id: "properties.publicIPPrefix.id",
        ddos_protection_mode: {
          arm: "properties.ddosSettings.protectionMode",
          majors: [3, 5],
          default: "VirtualNetworkInherited",
        },
        ddos_protection_plan_id: { arm: "properties.ddosSettings.ddosProtectionPlan.id", majors: [3, 5] },
      },
    },
  },
}));
