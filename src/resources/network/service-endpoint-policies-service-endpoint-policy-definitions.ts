import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.Network/serviceEndpointPolicies/serviceEndpointPolicyDefinitions",
  () => ({
    inlineIn: { path: "properties.serviceEndpointPolicyDefinitions" },
  }),
  { inline: true },
);
