import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.DocumentDB/mongoClusters", () => ({
  azurerm: {
    azurerm_mongo_cluster: {
      majors: [4, 5],
      arguments: {
        public_network_access: { arm: "properties.publicNetworkAccess", default: "Enabled" },
      },
    },
  },
}));
