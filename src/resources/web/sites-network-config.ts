import { memberIgnoringCase } from "../../value/index.ts";
import { defineResourceType } from "../define.ts";

/** Regional network integration as a resource of its own. */
export default defineResourceType("Microsoft.Web/sites/networkConfig", () => ({
  mergesInto: [
    {
      named: "virtualNetwork",
      to: "properties.virtualNetworkSubnetId",
      take: (properties) => memberIgnoringCase(properties, "subnetResourceId"),
    },
  ],
}));
