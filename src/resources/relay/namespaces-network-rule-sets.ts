import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Relay/namespaces/networkRuleSets", () => ({
  defaults: {
    "properties.publicNetworkAccess": { value: "Enabled", basis: "type description" },
  },
}));
