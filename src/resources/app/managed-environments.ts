import { choose, literal, mapArms } from "../../value/index.ts";
import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.App/managedEnvironments", () => ({
  azurerm: {
    azurerm_container_app_environment: {
      majors: [3, 5],
      arguments: {
        infrastructure_subnet_id: "properties.vnetConfiguration.infrastructureSubnetId",
        // vnetConfiguration.internal is only sent when infrastructure_subnet_id is set
        internal_load_balancer_enabled: { arm: "properties.vnetConfiguration.internal", default: false },
        "workload_profile[].name": { arm: "properties.workloadProfiles[].name", majors: [3, 5] },
        public_network_access: { arm: "properties.publicNetworkAccess", majors: [4, 5] },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: (environment) =>
        mapArms(environment.get("properties.vnetConfiguration.internal"), (internal) =>
          internal.kind === "symbol"
            ? choose(internal, literal("Disabled"), literal("Enabled"))
            : literal(internal.kind === "literal" && internal.value === true ? "Disabled" : "Enabled"),
        ),
      basis: "azurerm: an environment with an internal load balancer refuses public access",
    },
  },
}));
