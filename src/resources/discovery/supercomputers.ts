import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Discovery/supercomputers", () => ({
  defaults: {
    "properties.outboundType": { value: "LoadBalancer", basis: "type description" },
  },
}));
