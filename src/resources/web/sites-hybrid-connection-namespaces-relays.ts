import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Web/sites/hybridConnectionNamespaces/relays", () => ({
  azurerm: {
    azurerm_app_service_hybrid_connection: {
      majors: [2, 4],
      arguments: {
        hostname: "properties.hostname",
        port: "properties.port",
      },
    },
    azurerm_web_app_hybrid_connection: {
      identity: { parent: ["web_app_id"] },
      majors: [3, 5],
      arguments: {
        hostname: "properties.hostname",
        port: "properties.port",
      },
    },
  },
}));
