import { Ports } from "../../azure/index.ts";
import {
  all,
  any,
  is,
  isOneOf,
  isString,
  isTrue,
  isUnset,
  no,
  not,
  type Truth,
  unknown,
  yes,
} from "../../value/index.ts";
import { Members } from "../members.ts";
import { flag, valuesAt } from "../reading.ts";
import type { Service } from "../service/view.ts";
import type { Subnet } from "../view.ts";
import type { Views } from "../views.ts";
import { along, either, type Leg, leg } from "./leg.ts";
import type { PrivateWays } from "./private-way.ts";

const PRIVATE = "properties.apiServerAccessProfile.enablePrivateCluster";
const ZONE = "properties.apiServerAccessProfile.privateDNSZone";

/** Whether an instance is a Kubernetes cluster whose API server only has a private endpoint, which Azure makes for it. */
export function isPrivateCluster(service: Service): boolean {
  const { resource } = service;
  return (
    resource.type.toLowerCase() === "microsoft.containerservice/managedclusters" &&
    isTrue(flag(resource, PRIVATE, false))
  );
}

/** The subnets of the nodes: the endpoint lies in the first of them. */
function nodeSubnets(service: Service, views: Views): Members<Subnet> {
  return Members.union(
    valuesAt(service.resource, "properties.agentPoolProfiles[].vnetSubnetID").map(
      ({ value }) =>
        views.follow(value, "Microsoft.Network/virtualNetworks/subnets", (found) => views.subnet(found)).to,
    ),
  );
}

/** To the API server of a private cluster: its name must resolve, and its endpoint be in reach. */
export function toPrivateCluster(subnet: Subnet, service: Service, views: Views, ways: PrivateWays): Leg {
  const homes = nodeSubnets(service, views);
  if (homes.size === 0) {
    const truth = unknown(
      `in which subnet the endpoint of ${service.resource.address} lies`,
      service.resource.span,
    );
    return leg(
      truth,
      () => ({ yes: "Its endpoint can be reached.", no: "" }),
      service.resource.span,
      "private-endpoint",
    );
  }
  const named = resolves(subnet, service, homes, views);
  return along(
    "private-endpoint",
    leg(
      named,
      () => ({
        yes: `In ${subnet.network.resource.address} the name of ${service.resource.address} resolves to the endpoint that Azure makes for it.`,
        no: `The private zone of ${service.resource.address} is not linked to ${subnet.network.resource.address}, so its name does not resolve there.`,
      }),
      () => service.resource.spanOf(ZONE),
    ),
    () =>
      either(
        "private-endpoint",
        ...homes.seen
          .slice(0, 1)
          .map(({ is: home }) =>
            ways.between(subnet, { subnet: home, isEndpoint: true }, { ports: Ports.of(443) }, ["Tcp"]),
          ),
      ),
  );
}

/** Azure's own zone is linked to the nodes' network alone; with a zone of one's own its links count; `None` is a public name. */
function resolves(subnet: Subnet, service: Service, homes: Members<Subnet>, views: Views): Truth {
  const zone = service.resource.get(ZONE);
  const { resolvers, reachesAzureDns } = subnet.network.dns;
  const isOwn = isString(zone) || isUnset(zone) ? isOneOf(zone, ["System", "None"]) : no();
  const bySystem = resolvers.some((network) =>
    homes.some((home) => (home.network === network ? yes() : no())),
  );
  const linked = views
    .follow(zone, "Microsoft.Network/privateDnsZones", (found) => views.privateZone(found))
    .to.some((one) => resolvers.some((network) => one.isLinkedTo(network)));
  const system = isUnset(zone) ? bySystem : all(isOwn, any(bySystem, is(zone, "None")));
  return all(reachesAzureDns, any(system, all(not(isOwn), linked)));
}
