import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.ElasticSan/elasticSans", () => ({
  azurerm: {
    azurerm_elastic_san: {
      majors: [3, 5],
      arguments: {},
    },
  },
}));
