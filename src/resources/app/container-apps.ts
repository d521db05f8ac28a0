import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.App/containerApps", () => ({
  azurerm: {
    azurerm_container_app: {
      majors: [3, 5],
      arguments: {
        "ingress.external_enabled": { arm: "properties.configuration.ingress.external", default: false },
        "ingress.target_port": "properties.configuration.ingress.targetPort",
        "ingress.exposed_port": "properties.configuration.ingress.exposedPort",
        "ingress.transport": { arm: "properties.configuration.ingress.transport", default: "auto" },
        "ingress.allow_insecure_connections": {
          arm: "properties.configuration.ingress.allowInsecure",
          default: false,
        },
        "ingress.ip_security_restriction[].ip_address_range":
          "properties.configuration.ingress.ipSecurityRestrictions[].ipAddressRange",
        "ingress.ip_security_restriction[].action":
          "properties.configuration.ingress.ipSecurityRestrictions[].action",
        container_app_environment_id: "properties.managedEnvironmentId",
      },
    },
  },
}));
