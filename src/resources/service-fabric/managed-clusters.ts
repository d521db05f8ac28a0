import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.ServiceFabric/managedClusters", () => ({
  azurerm: {
    azurerm_service_fabric_managed_cluster: {
      arguments: {
        subnet_id: { arm: "properties.subnetId", majors: [4, 5] },
        "lb_rule[].frontend_port": "properties.loadBalancingRules[].frontendPort",
      },
    },
  },
}));
