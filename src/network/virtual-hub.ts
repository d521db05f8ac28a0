import type { Resource } from "../model/index.ts";
import { all, isUnset, no, type Truth, unknown, yes } from "../value/index.ts";
import { type Member, Members } from "./members.ts";
import type { VirtualNetwork } from "./view.ts";
import type { Views } from "./views.ts";
import { VIRTUAL_NETWORK } from "./virtual-network.ts";

const CONNECTION = "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections";

/** Networks connected to each virtual hub, with whether the hub's default routing applies to them. */
export interface HubConnection {
  readonly network: VirtualNetwork;
  readonly routesByDefault: Truth;
}

export function connectionsByHub(views: Views): ReadonlyMap<Resource, Members<HubConnection>> {
  const byHub = new Map<Resource, Member<HubConnection>[]>();
  for (const resource of views.graph.ofType(CONNECTION)) {
    const hub = resource.parent;
    if (!hub) continue;
    const list = byHub.get(hub) ?? [];
    byHub.set(hub, list);
    const { to } = views.reference(resource, "properties.remoteVirtualNetwork.id", VIRTUAL_NETWORK, (found) =>
      views.virtualNetwork(found),
    );
    const custom = resource.get("properties.routingConfiguration");
    const routesByDefault = isUnset(custom)
      ? yes()
      : unknown(`how ${resource.address} is routed in the hub`, resource.span);
    for (const { is: network, holds } of to.seen) {
      list.push({ is: { network, routesByDefault }, holds: all(holds, resource.exists) });
    }
  }
  return new Map([...byHub].map(([hub, list]) => [hub, new Members(list)]));
}

/** Whether two networks hang on one virtual hub, which routes between them unless it is told otherwise. */
export function joinedByHub(a: VirtualNetwork, b: VirtualNetwork, views: Views): readonly Truth[] {
  return [...views.hubs.values()].map((connections) =>
    all(
      connections.some(({ network, routesByDefault }) => (network === a ? routesByDefault : no())),
      connections.some(({ network, routesByDefault }) => (network === b ? routesByDefault : no())),
    ),
  );
}
