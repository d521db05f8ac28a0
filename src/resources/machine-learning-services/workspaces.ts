import { defineResourceType, ENABLED, INVERTED } from "../define.ts";

export default defineResourceType("Microsoft.MachineLearningServices/workspaces", () => ({
  azurerm: {
    azurerm_ai_foundry: {
      majors: [4, 5],
      constants: { kind: "Hub" },
      arguments: {
        public_network_access: { arm: "properties.publicNetworkAccess", default: "Enabled" },
        "managed_network.isolation_mode": { arm: "properties.managedNetwork.isolationMode", computed: true },
      },
    },
    azurerm_ai_foundry_project: {
      majors: [4, 5],
      constants: { kind: "Project" },
      arguments: {
        ai_services_hub_id: "properties.hubResourceId",
      },
    },
    azurerm_machine_learning_workspace: {
      arguments: {
        // v2 and v3: Disabled is sent when unset; v4 and v5: true (Enabled)
        public_network_access_enabled: {
          arm: "properties.publicNetworkAccess",
          map: ENABLED,
          default: { 2: false, 4: true, 5: true },
        },
        public_access_behind_virtual_network_enabled: {
          arm: "properties.allowPublicAccessWhenBehindVnet",
          majors: [3, 3],
        },
        "managed_network.isolation_mode": {
          arm: "properties.managedNetwork.isolationMode",
          majors: [3, 5],
          computed: true,
        },
        "serverless_compute.subnet_id": {
          arm: "properties.serverlessComputeSettings.serverlessComputeCustomSubnet",
          majors: [3, 5],
        },
        "serverless_compute.public_ip_enabled": {
          arm: "properties.serverlessComputeSettings.serverlessComputeNoPublicIP",
          map: INVERTED,
          majors: [3, 5],
          default: false,
        },
      },
    },
  },
}));
