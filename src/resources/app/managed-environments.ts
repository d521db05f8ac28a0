import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.App/managedEnvironments", () => ({
  azurerm: {
    azurerm_container_app_environment: {
      majors: [3, 5],
      arguments: {
        infrastructure_subnet_id: "properties.vnetConfiguration.infrastructureSubnetId",
        // vnetConfiguration.internal is only sent when infrastructure_subnet_id is set
        internal_load_balancer_enabled: { arm: "properties.vnetConfiguration.internal", default: false },
        // Optional+Computed: not sent when unset; the provider rejects Enabled together with internal_load_balancer_enabled = true
        public_network_access: { arm: "properties.publicNetworkAccess", majors: [4, 5], computed: true },
      },
    },
  },
}));
