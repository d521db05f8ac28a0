import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.ContainerRegistry/registries/agentPools", () => ({
  azurerm: {
    azurerm_container_registry_agent_pool: {
      identity: { names: ["container_registry_name"] },
      majors: [3, 5],
      arguments: {
        virtual_network_subnet_id: "properties.virtualNetworkSubnetResourceId",
      },
    },
  },
}));
