import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.KubernetesConfiguration/extensions", () => ({
  azurerm: {
    azurerm_kubernetes_cluster_extension: {
      identity: { scope: "cluster_id" },
      majors: [3, 5],
      arguments: {},
    },
  },
}));
