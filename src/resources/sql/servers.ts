import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Sql/servers", () => ({
  azurerm: {
    azurerm_mssql_server: {
      arguments: {
        // true (Enabled is sent explicitly)
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        outbound_network_restriction_enabled: {
          arm: "properties.restrictOutboundNetworkAccess",
          map: ENABLED,
          default: false,
        },
        minimum_tls_version: {
          arm: "properties.minimalTlsVersion",
          default: { 3: "1.2", 4: "1.2", 5: "1.2" },
        },
      },
      children: [
        {
          type: "Microsoft.Sql/servers/connectionPolicies",
          name: "=default",
          arguments: {
            connection_policy: { arm: "properties.connectionType", default: "Default" },
          },
        },
      ],
    },
    azurerm_sql_server: {
      majors: [2, 3],
      arguments: {},
      children: [
        {
          type: "Microsoft.Sql/servers/connectionPolicies",
          name: "=default",
          arguments: {
            connection_policy: { arm: "properties.connectionType", default: "Default" },
          },
        },
      ],
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "Azure SQL connectivity documentation: the deny-public-access switch is off by default",
    },
  },
}));
