import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.NetApp/netAppAccounts/capacityPools/volumes", () => ({
  azurerm: {
    azurerm_netapp_volume: {
      identity: { names: ["account_name", "pool_name"] },
      arguments: {
        subnet_id: "properties.subnetId",
        "export_policy_rule.allowed_clients[]": {
          arm: "properties.exportPolicy.rules[].allowedClients",
          reshape: "joined",
        },
        network_features: { arm: "properties.networkFeatures", majors: [3, 5], computed: true },
      },
    },
  },
}));
