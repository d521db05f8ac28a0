import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/azureFirewalls", () => ({
  azurerm: {
    azurerm_firewall: {
      arguments: {
        "ip_configuration[].name": "properties.ipConfigurations[].name",
        "ip_configuration[].subnet_id": "properties.ipConfigurations[].properties.subnet.id",
        "ip_configuration[].public_ip_address_id":
          "properties.ipConfigurations[].properties.publicIPAddress.id",
        "management_ip_configuration.subnet_id": "properties.managementIpConfiguration.properties.subnet.id",
        "management_ip_configuration.public_ip_address_id":
          "properties.managementIpConfiguration.properties.publicIPAddress.id",
        "virtual_hub.virtual_hub_id": "properties.virtualHub.id",
        "virtual_hub.public_ip_count": { arm: "properties.hubIPAddresses.publicIPs.count", default: 1 },
        firewall_policy_id: "properties.firewallPolicy.id",
        threat_intel_mode: { arm: "properties.threatIntelMode", default: { 2: "Alert" } },
        sku_name: "properties.sku.name",
        sku_tier: "properties.sku.tier",
        // without a firewall policy these stand among the additional properties
        dns_servers: "properties.additionalProperties.{Network.DNS.Servers}",
        dns_proxy_enabled: {
          arm: "properties.additionalProperties.{Network.DNS.EnableProxy}",
          majors: [3, 5],
        },
        private_ip_ranges: "properties.additionalProperties.{Network.SNAT.PrivateRanges}",
      },
    },
    azurerm_firewall_application_rule_collection: {
      merge: { target: { name: "azure_firewall_name" } },
      arguments: {
        name: "properties.applicationRuleCollections[].name",
        priority: "properties.applicationRuleCollections[].properties.priority",
        action: "properties.applicationRuleCollections[].properties.action.type",
        "rule[].name": "properties.applicationRuleCollections[].properties.rules[].name",
        "rule[].source_addresses":
          "properties.applicationRuleCollections[].properties.rules[].sourceAddresses",
        "rule[].source_ip_groups":
          "properties.applicationRuleCollections[].properties.rules[].sourceIpGroups",
        "rule[].target_fqdns": "properties.applicationRuleCollections[].properties.rules[].targetFqdns",
        "rule[].fqdn_tags": "properties.applicationRuleCollections[].properties.rules[].fqdnTags",
        "rule[].protocol[].port":
          "properties.applicationRuleCollections[].properties.rules[].protocols[].port",
        "rule[].protocol[].type":
          "properties.applicationRuleCollections[].properties.rules[].protocols[].protocolType",
      },
    },
    azurerm_firewall_nat_rule_collection: {
      merge: { target: { name: "azure_firewall_name" } },
      arguments: {
        name: "properties.natRuleCollections[].name",
        priority: "properties.natRuleCollections[].properties.priority",
        action: "properties.natRuleCollections[].properties.action.type",
        "rule[].name": "properties.natRuleCollections[].properties.rules[].name",
        "rule[].source_addresses": "properties.natRuleCollections[].properties.rules[].sourceAddresses",
        "rule[].source_ip_groups": "properties.natRuleCollections[].properties.rules[].sourceIpGroups",
        "rule[].destination_addresses":
          "properties.natRuleCollections[].properties.rules[].destinationAddresses",
        "rule[].destination_ports": "properties.natRuleCollections[].properties.rules[].destinationPorts",
        "rule[].protocols": "properties.natRuleCollections[].properties.rules[].protocols",
        "rule[].translated_address": "properties.natRuleCollections[].properties.rules[].translatedAddress",
        "rule[].translated_port": "properties.natRuleCollections[].properties.rules[].translatedPort",
      },
    },
    azurerm_firewall_network_rule_collection: {
      merge: { target: { name: "azure_firewall_name" } },
      arguments: {
        name: "properties.networkRuleCollections[].name",
        priority: "properties.networkRuleCollections[].properties.priority",
        action: "properties.networkRuleCollections[].properties.action.type",
        "rule[].name": "properties.networkRuleCollections[].properties.rules[].name",
        "rule[].source_addresses": "properties.networkRuleCollections[].properties.rules[].sourceAddresses",
        "rule[].source_ip_groups": "properties.networkRuleCollections[].properties.rules[].sourceIpGroups",
        "rule[].destination_ip_groups":
          "properties.networkRuleCollections[].properties.rules[].destinationIpGroups",
        "rule[].destination_addresses":
          "properties.networkRuleCollections[].properties.rules[].destinationAddresses",
        "rule[].destination_fqdns": "properties.networkRuleCollections[].properties.rules[].destinationFqdns",
        "rule[].destination_ports": "properties.networkRuleCollections[].properties.rules[].destinationPorts",
        "rule[].protocols": "properties.networkRuleCollections[].properties.rules[].protocols",
      },
    },
  },
  defaults: {
    "properties.threatIntelMode": {
      value: "Alert",
      basis: "azurerm documentation: the service alerts unless told otherwise",
    },
  },
}));
