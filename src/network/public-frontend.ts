import { type Resource, sameType } from "../model/index.ts";
import { all, any, follow, is, isSet, itemsOf, no, type Truth, unknown, yes } from "../value/index.ts";
import { APPLICATION_GATEWAY, listensInPublic } from "./forwarding.ts";
import type { Network } from "./network.ts";
import type { NetworkInterface, Occupant, Subnet } from "./view.ts";

/** What runs in a cluster asks for load balancers and their addresses itself; the code of the network does not show them. */
const CLUSTER = /^Microsoft\.ContainerService\/managedClusters(\/agentPools)?$/i;

/**
 * Whether something in a subnet is there to be reached from the internet: a gateway for applications, Bastion, an external API
 * Management, an interface with a public address, or a member of a public load balancer's pool.
 */
export function hasPublicFrontend(subnet: Subnet, network: Network): Truth {
  if (subnet.reserved === "bastion") return yes();
  // A gateway of which nobody can tell in which subnet it stands may stand in this one.
  const lost = network.lostPlacements.map(({ resource, subnet: { to } }) =>
    all(resource.exists, isPublicService(resource), to.more),
  );
  return any(
    subnet.reserved === undefined ? subnet.mayBeReserved : no(),
    subnet.occupants.some((occupant) => isPublic(occupant, network)),
    ...lost,
  );
}

function isPublic(occupant: Occupant, network: Network): Truth {
  if (occupant.kind === "interface") {
    const { configurations } = occupant.interface;
    return any(
      ...configurations.map((one) => one.hasPublicAddress),
      isBehindPublicLoadBalancer(occupant.interface, network),
    );
  }
  return occupant.kind === "service" ? isPublicService(occupant.resource) : no();
}

function isPublicService(resource: Resource): Truth {
  if (sameType(resource.type, APPLICATION_GATEWAY)) return listensInPublic(resource);
  if (sameType(resource.type, "Microsoft.ApiManagement/service"))
    return is(resource.get("properties.virtualNetworkType"), "External");
  if (CLUSTER.test(resource.type))
    return unknown(`which public addresses the services in ${resource.address} ask for`, resource.span);
  return no();
}

/** Whether a public load balancer of the stack has one of the interface's configurations in its pools. */
export function isBehindPublicLoadBalancer(nic: NetworkInterface, { graph }: Network): Truth {
  const pools = nic.configurations.flatMap((one) => one.pools);
  return any(
    ...pools.flatMap((pool) =>
      graph.targetsOf(pool).map(({ target, holds }) => {
        if (target.kind !== "resource") return no();
        const balancer = target.resource.parent ?? target.resource;
        const frontends = itemsOf(balancer.get("properties.frontendIPConfigurations")).items;
        return all(
          holds,
          any(...frontends.map((one) => isSet(follow(one, "properties.publicIPAddress.id")))),
        );
      }),
    ),
  );
}
