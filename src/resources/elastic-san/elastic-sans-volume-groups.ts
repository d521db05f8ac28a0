import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.ElasticSan/elasticSans/volumegroups", () => ({
  azurerm: {
    azurerm_elastic_san_volume_group: {
      identity: { parent: ["elastic_san_id"] },
      majors: [3, 5],
      arguments: {
        "network_rule[].subnet_id": "properties.networkAcls.virtualNetworkRules[].id",
        "network_rule[].action": {
          arm: "properties.networkAcls.virtualNetworkRules[].action",
          default: "Allow",
        },
      },
    },
  },
}));
