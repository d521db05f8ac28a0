import { defineResourceType } from "../define.ts";
import { reshape } from "../table/index.ts";

/** The same for a deployment slot. */
export default defineResourceType("Microsoft.Web/sites/slots/config", () => ({
  mergesInto: [
    { named: "web", to: "properties.siteConfig" },
    {
      named: "appsettings",
      to: "properties.siteConfig.appSettings",
      take: (properties) => reshape(properties, "name-value"),
    },
  ],
}));
