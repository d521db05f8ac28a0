import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.MachineLearningServices/workspaces/computes", () => ({
  azurerm: {
    azurerm_machine_learning_compute_cluster: {
      identity: { parent: ["machine_learning_workspace_id"] },
      constants: { "properties.computeType": "AmlCompute" },
      arguments: {
        subnet_resource_id: "properties.properties.subnet.id",
        node_public_ip_enabled: {
          arm: "properties.properties.enableNodePublicIp",
          majors: [3, 5],
          default: true,
        },
        ssh_public_access_enabled: {
          arm: "properties.properties.remoteLoginPortPublicAccess",
          map: ENABLED,
          default: { 4: false, 5: false },
        },
      },
    },
    azurerm_machine_learning_compute_instance: {
      identity: { parent: ["machine_learning_workspace_id"] },
      constants: { "properties.computeType": "ComputeInstance" },
      arguments: {
        subnet_resource_id: "properties.properties.subnet.id",
        node_public_ip_enabled: {
          arm: "properties.properties.enableNodePublicIp",
          majors: [3, 5],
          default: true,
        },
        ssh: { arm: "properties.properties.sshSettings.sshPublicAccess", presence: "Enabled" },
      },
    },
    azurerm_machine_learning_inference_cluster: {
      identity: { parent: ["machine_learning_workspace_id"] },
      arguments: {
        kubernetes_cluster_id: "properties.resourceId",
      },
    },
  },
}));
