import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.VideoIndexer/accounts", () => ({
  azurerm: {
    azurerm_video_indexer_account: {
      majors: [4, 5],
      arguments: {
        public_network_access: { arm: "properties.publicNetworkAccess", default: "Enabled" },
      },
    },
  },
}));
