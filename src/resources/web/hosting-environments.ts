import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Web/hostingEnvironments", () => ({
  azurerm: {
    azurerm_app_service_environment: {
      majors: [2, 3],
      arguments: {
        user_whitelisted_ip_ranges: {
          arm: "properties.userWhitelistedIpRanges",
          majors: [2, 2],
          computed: true,
        },
        subnet_id: "properties.virtualNetwork.id",
        internal_load_balancing_mode: { arm: "properties.internalLoadBalancingMode", default: "None" },
        allowed_user_ip_cidrs: "properties.userWhitelistedIpRanges",
      },
    },
    azurerm_app_service_environment_v3: {
      constants: { kind: "ASEV3" },
      arguments: {
        subnet_id: "properties.virtualNetwork.id",
        internal_load_balancing_mode: { arm: "properties.internalLoadBalancingMode", default: "None" },
      },
      children: [
        {
          type: "Microsoft.Web/hostingEnvironments/configurations",
          name: "=default",
          arguments: {
            allow_new_private_endpoint_connections: {
              arm: "properties.allowNewPrivateEndpointConnections",
              default: true,
            },
            remote_debugging_enabled: {
              arm: "properties.remoteDebugEnabled",
              majors: [3, 5],
              default: false,
            },
          },
        },
      ],
    },
  },
}));
