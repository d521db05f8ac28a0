import type { Resource } from "../model/index.ts";
import { Members } from "./members.ts";
import { valuesAt } from "./reading.ts";
import type { VirtualNetwork } from "./view.ts";
import type { Views } from "./views.ts";

/** The networks in which the IP configurations of a firewall or a gateway lie. */
export function networksOfConfigurations(resource: Resource, views: Views): Members<VirtualNetwork> {
  return Members.union(
    valuesAt(resource, "properties.ipConfigurations[].properties.subnet.id").map(
      ({ value }) =>
        views.follow(
          value,
          "Microsoft.Network/virtualNetworks/subnets",
          (found) => views.subnet(found)?.network,
        ).to,
    ),
  );
}
