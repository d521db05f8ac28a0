import type { ResourceDefinition } from "../define.ts";

const BEHAVIOUR = "how the service behaves; Azure's reference names none";

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
