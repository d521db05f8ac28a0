import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.ContainerRegistry/registries/connectedRegistries", () => ({
  azurerm: {
    azurerm_container_connected_registry: {
      identity: { parent: ["container_registry_id"] },
      majors: [3, 5],
      arguments: {
        mode: { arm: "properties.mode", default: "ReadWrite" },
      },
    },
  },
}));
