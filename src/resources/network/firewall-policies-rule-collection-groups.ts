import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/firewallPolicies/ruleCollectionGroups", () => ({
  azurerm: {
    azurerm_firewall_policy_rule_collection_group: {
      identity: { parent: ["firewall_policy_id"] },
      arguments: {
        priority: "properties.priority",
        "network_rule_collection[].name": [
          { arm: "properties.ruleCollections[].name" },
          {
            arm: "properties.ruleCollections[].ruleCollectionType",
            presence: "FirewallPolicyFilterRuleCollection",
          },
        ],
        "network_rule_collection[].rule[].name": [
          { arm: "properties.ruleCollections[].rules[].name" },
          { arm: "properties.ruleCollections[].rules[].ruleType", presence: "NetworkRule" },
        ],
        "application_rule_collection[].name": [
          { arm: "properties.ruleCollections[].name" },
          {
            arm: "properties.ruleCollections[].ruleCollectionType",
            presence: "FirewallPolicyFilterRuleCollection",
          },
        ],
        "application_rule_collection[].rule[].name": [
          { arm: "properties.ruleCollections[].rules[].name" },
          { arm: "properties.ruleCollections[].rules[].ruleType", presence: "ApplicationRule" },
        ],
        "nat_rule_collection[].name": [
          { arm: "properties.ruleCollections[].name" },
          {
            arm: "properties.ruleCollections[].ruleCollectionType",
            presence: "FirewallPolicyNatRuleCollection",
          },
        ],
        "nat_rule_collection[].rule[].name": [
          { arm: "properties.ruleCollections[].rules[].name" },
          { arm: "properties.ruleCollections[].rules[].ruleType", presence: "NatRule" },
        ],
        "application_rule_collection[].priority": "properties.ruleCollections[].priority",
        "application_rule_collection[].rule[].source_ip_groups":
          "properties.ruleCollections[].rules[].sourceIpGroups",
        "application_rule_collection[].rule[].destination_addresses":
          "properties.ruleCollections[].rules[].destinationAddresses",
        "application_rule_collection[].rule[].destination_urls":
          "properties.ruleCollections[].rules[].targetUrls",
        "application_rule_collection[].rule[].terminate_tls":
          "properties.ruleCollections[].rules[].terminateTLS",
        "application_rule_collection[].rule[].protocols[].type":
          "properties.ruleCollections[].rules[].protocols[].protocolType",
        "application_rule_collection[].rule[].protocols[].port":
          "properties.ruleCollections[].rules[].protocols[].port",
        "nat_rule_collection[].action": {
          arm: "properties.ruleCollections[].action.type",
          map: { Dnat: "DNAT" },
        },
        "nat_rule_collection[].priority": "properties.ruleCollections[].priority",
        "nat_rule_collection[].rule[].source_ip_groups":
          "properties.ruleCollections[].rules[].sourceIpGroups",
        "nat_rule_collection[].rule[].protocols": "properties.ruleCollections[].rules[].ipProtocols",
        "nat_rule_collection[].rule[].translated_fqdn": "properties.ruleCollections[].rules[].translatedFqdn",
        "network_rule_collection[].action": "properties.ruleCollections[].action.type",
        "network_rule_collection[].priority": "properties.ruleCollections[].priority",
        "network_rule_collection[].rule[].source_addresses":
          "properties.ruleCollections[].rules[].sourceAddresses",
        "network_rule_collection[].rule[].source_ip_groups":
          "properties.ruleCollections[].rules[].sourceIpGroups",
        "network_rule_collection[].rule[].destination_addresses":
          "properties.ruleCollections[].rules[].destinationAddresses",
        "network_rule_collection[].rule[].destination_fqdns":
          "properties.ruleCollections[].rules[].destinationFqdns",
        "network_rule_collection[].rule[].destination_ip_groups":
          "properties.ruleCollections[].rules[].destinationIpGroups",
        "network_rule_collection[].rule[].destination_ports":
          "properties.ruleCollections[].rules[].destinationPorts",
        "network_rule_collection[].rule[].protocols": "properties.ruleCollections[].rules[].ipProtocols",
        "application_rule_collection[].action": "properties.ruleCollections[].action.type",
        "application_rule_collection[].rule[].source_addresses":
          "properties.ruleCollections[].rules[].sourceAddresses",
        "application_rule_collection[].rule[].destination_fqdns":
          "properties.ruleCollections[].rules[].targetFqdns",
        "application_rule_collection[].rule[].destination_fqdn_tags":
          "properties.ruleCollections[].rules[].fqdnTags",
        "application_rule_collection[].rule[].web_categories":
          "properties.ruleCollections[].rules[].webCategories",
        "nat_rule_collection[].rule[].source_addresses":
          "properties.ruleCollections[].rules[].sourceAddresses",
        "nat_rule_collection[].rule[].destination_address":
          "properties.ruleCollections[].rules[].destinationAddresses[]",
        "nat_rule_collection[].rule[].destination_ports":
          "properties.ruleCollections[].rules[].destinationPorts",
        "nat_rule_collection[].rule[].translated_address":
          "properties.ruleCollections[].rules[].translatedAddress",
        "nat_rule_collection[].rule[].translated_port": "properties.ruleCollections[].rules[].translatedPort",
      },
    },
  },
}));
