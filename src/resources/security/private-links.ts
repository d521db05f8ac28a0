import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Security/privateLinks", () => ({
  defaults: {
    "properties.publicNetworkAccess": { value: "Disabled", basis: "type description" },
  },
}));
