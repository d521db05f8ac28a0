import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Network/networkManagers/connectivityConfigurations", () => ({
  azurerm: {
    azurerm_network_manager_connectivity_configuration: {
      identity: { parent: ["network_manager_id"] },
      majors: [3, 5],
      arguments: {
        connectivity_topology: "properties.connectivityTopology",
        "hub[].resource_id": "properties.hubs[].resourceId",
        global_mesh_enabled: { arm: "properties.isGlobal", map: { true: "True", false: "False" } },
        delete_existing_peering_enabled: {
          arm: "properties.deleteExistingPeering",
          map: { true: "True", false: "False" },
        },
        "applies_to_group[].network_group_id": "properties.appliesToGroups[].networkGroupId",
        "applies_to_group[].use_hub_gateway": {
          arm: "properties.appliesToGroups[].useHubGateway",
          map: { true: "True", false: "False" },
        },
      },
    },
  },
}));
