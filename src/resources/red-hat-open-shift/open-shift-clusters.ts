import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.RedHatOpenShift/openShiftClusters", () => ({
  azurerm: {
    azurerm_redhat_openshift_cluster: {
      majors: [3, 5],
      arguments: {
        "api_server_profile.visibility": "properties.apiserverProfile.visibility",
        "ingress_profile[].visibility": "properties.ingressProfiles[].visibility",
        "main_profile.subnet_id": "properties.masterProfile.subnetId",
        "worker_profile[].subnet_id": "properties.workerProfiles[].subnetId",
        "network_profile.outbound_type": {
          arm: "properties.networkProfile.outboundType",
          default: "Loadbalancer",
        },
        "network_profile.preconfigured_network_security_group_enabled": {
          arm: "properties.networkProfile.preconfiguredNSG",
          map: ENABLED,
          default: false,
        },
      },
    },
  },
}));
