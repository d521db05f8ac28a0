import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.MachineLearningServices/workspaces/outboundRules", () => ({
  azurerm: {
    azurerm_machine_learning_workspace_network_outbound_rule_fqdn: {
      constants: { "properties.type": "FQDN" },
      identity: { parent: ["workspace_id"] },
      majors: [4, 5],
      arguments: {
        destination_fqdn: "properties.destination",
      },
    },
    azurerm_machine_learning_workspace_network_outbound_rule_private_endpoint: {
      constants: { "properties.type": "PrivateEndpoint" },
      identity: { parent: ["workspace_id"] },
      majors: [4, 5],
      arguments: {
        service_resource_id: "properties.destination.serviceResourceId",
        sub_resource_target: "properties.destination.subresourceTarget",
      },
    },
    azurerm_machine_learning_workspace_network_outbound_rule_service_tag: {
      constants: { "properties.type": "ServiceTag" },
      identity: { parent: ["workspace_id"] },
      majors: [4, 5],
      arguments: {
        service_tag: "properties.destination.serviceTag",
        port_ranges: "properties.destination.portRanges",
        protocol: "properties.destination.protocol",
      },
    },
  },
}));
