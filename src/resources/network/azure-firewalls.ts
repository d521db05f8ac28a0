import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/azureFirewalls", () => ({
  azurerm: {
    azurerm_firewall: {
      arguments: {
        "ip_configuration[].subnet_id": "properties.ipConfigurations[].properties.subnet.id",
        "ip_configuration[].public_ip_address_id":
          "properties.ipConfigurations[].properties.publicIPAddress.id",
        "management_ip_configuration.subnet_id": "properties.managementIpConfiguration.properties.subnet.id",
        "management_ip_configuration.public_ip_address_id":
          "properties.managementIpConfiguration.properties.publicIPAddress.id",
        "virtual_hub.virtual_hub_id": "properties.virtualHub.id",
        "virtual_hub.public_ip_count": { arm: "properties.hubIPAddresses.publicIPs.count", default: 1 },
        firewall_policy_id: "properties.firewallPolicy.id",
        threat_intel_mode: { arm: "properties.threatIntelMode", default: { 2: "Alert" }, computed: true },
        sku_name: "properties.sku.name",
        sku_tier: "properties.sku.tier",
        dns_servers: "properties.additionalProperties", // NOTE stored under the key Network.DNS.Servers when no firewall policy is used
        dns_proxy_enabled: { arm: "properties.additionalProperties", majors: [3, 5], computed: true }, // NOTE stored under the key Network.DNS.EnableProxy when no firewall policy is used
        private_ip_ranges: "properties.additionalProperties", // NOTE stored under the key Network.SNAT.PrivateRanges
      },
    },
    azurerm_firewall_application_rule_collection: {
      merge: {}, // HAND
      arguments: {
        priority: "properties.applicationRuleCollections[].properties.priority",
        action: "properties.applicationRuleCollections[].properties.action.type",
        "rule[].source_addresses":
          "properties.applicationRuleCollections[].properties.rules[].sourceAddresses",
        "rule[].target_fqdns": "properties.applicationRuleCollections[].properties.rules[].targetFqdns",
        "rule[].fqdn_tags": "properties.applicationRuleCollections[].properties.rules[].fqdnTags",
      },
    },
    azurerm_firewall_nat_rule_collection: {
      merge: {}, // HAND
      arguments: {
        priority: "properties.natRuleCollections[].properties.priority",
        action: "properties.natRuleCollections[].properties.action.type",
        "rule[].source_addresses": "properties.natRuleCollections[].properties.rules[].sourceAddresses",
        "rule[].destination_addresses":
          "properties.natRuleCollections[].properties.rules[].destinationAddresses",
        "rule[].destination_ports": "properties.natRuleCollections[].properties.rules[].destinationPorts",
        "rule[].translated_address": "properties.natRuleCollections[].properties.rules[].translatedAddress",
        "rule[].translated_port": "properties.natRuleCollections[].properties.rules[].translatedPort",
      },
    },
    azurerm_firewall_network_rule_collection: {
      merge: {}, // HAND
      arguments: {
        priority: "properties.networkRuleCollections[].properties.priority",
        action: "properties.networkRuleCollections[].properties.action.type",
        "rule[].source_addresses": "properties.networkRuleCollections[].properties.rules[].sourceAddresses",
        "rule[].source_ip_groups": "properties.networkRuleCollections[].properties.rules[].sourceIpGroups",
        "rule[].destination_addresses":
          "properties.networkRuleCollections[].properties.rules[].destinationAddresses",
        "rule[].destination_fqdns": "properties.networkRuleCollections[].properties.rules[].destinationFqdns",
        "rule[].destination_ports": "properties.networkRuleCollections[].properties.rules[].destinationPorts",
        "rule[].protocols": "properties.networkRuleCollections[].properties.rules[].protocols",
      },
    },
  },
}));
