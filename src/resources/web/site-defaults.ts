import type { ResourceDefinition } from "../define.ts";

const BEHAVIOUR = "general service behaviour; the type data declares a free string with no default";

/**
 * A site without the switch is reachable. Once it has a private endpoint the service closes it by itself, which the site alone does
 * not show: whoever knows the endpoints has the last word on a default.
 */
export const SITE_DEFAULTS: NonNullable<ResourceDefinition["defaults"]> = {
  "properties.publicNetworkAccess": {
    value: (site) => {
      const inConfig = site.written("properties.siteConfig.publicNetworkAccess");
      return inConfig.kind === "absent" ? "Enabled" : inConfig;
    },
    basis: BEHAVIOUR,
  },
};
