import type { Value } from "../../value/index.ts";
import { defineResourceType } from "../define.ts";
import { reshape } from "../table/index.ts";

/** Settings of a site as resources of their own: they are the site's `siteConfig`. */
export default defineResourceType("Microsoft.Web/sites/config", () => ({
  mergesInto: [
    { named: "web", to: "properties.siteConfig" },
    { named: "appsettings", to: "properties.siteConfig.appSettings", take: asSettings },
  ],
}));

function asSettings(properties: Value): Value {
  return reshape(properties, "name-value");
}
