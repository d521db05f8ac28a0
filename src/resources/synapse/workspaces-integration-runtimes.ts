import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Synapse/workspaces/integrationRuntimes", () => ({
  azurerm: {
    azurerm_synapse_integration_runtime_azure: {
      identity: { parent: ["synapse_workspace_id"] },
      arguments: {},
    },
  },
}));
