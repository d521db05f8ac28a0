import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Dashboard/grafana", () => ({
  azurerm: {
    azurerm_dashboard_grafana: {
      majors: [3, 5],
      arguments: {
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        deterministic_outbound_ip_enabled: {
          arm: "properties.deterministicOutboundIP",
          map: ENABLED,
          default: false,
        },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "how the service behaves; Azure's reference names none",
    },
  },
}));
