import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.OnlineExperimentation/workspaces", () => ({
  defaults: {
    "properties.publicNetworkAccess": { value: "Enabled", basis: "type description" },
  },
}));
