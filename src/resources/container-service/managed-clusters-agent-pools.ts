import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.ContainerService/managedClusters/agentPools",
  () => ({
    azurerm: {
      azurerm_kubernetes_cluster_node_pool: {
        identity: { parent: ["kubernetes_cluster_id"] },
        arguments: {
          vnet_subnet_id: "properties.vnetSubnetID",
          pod_subnet_id: "properties.podSubnetID",
          node_public_ip_enabled: { arm: "properties.enableNodePublicIP", majors: [4, 5] },
          enable_node_public_ip: { arm: "properties.enableNodePublicIP", majors: [2, 3] },
          node_public_ip_prefix_id: "properties.nodePublicIPPrefixID",
          "node_network_profile.application_security_group_ids": {
            arm: "properties.networkProfile.applicationSecurityGroups",
            majors: [3, 5],
          },
        },
      },
    },
    defaults: {
      "properties.enableNodePublicIP": { value: false, basis: "type description" },
    },
    inlineIn: { path: "properties.agentPoolProfiles", flat: true },
  }),
  { inline: true },
);
