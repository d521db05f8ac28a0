import { type Resource, sameType } from "../model/index.ts";
import { all, any, is, isFalse, isUnset, no, type Truth, unknown, yes } from "../value/index.ts";
import { type Member, Members } from "./members.ts";
import { flag, valuesAt } from "./reading.ts";
import type { VirtualNetwork } from "./view.ts";
import type { Views } from "./views.ts";
import { VIRTUAL_NETWORK } from "./virtual-network.ts";

const CONNECTION = "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections";
const ROUTE_TABLE = "Microsoft.Network/virtualHubs/hubRouteTables";
const ROUTING_INTENT = "Microsoft.Network/virtualHubs/routingIntent";

/** Networks connected to each virtual hub, with whether the hub's default routing applies to them. */
export interface HubConnection {
  readonly network: VirtualNetwork;
  readonly routesByDefault: Truth;
  /** Whether the hub tells the network a route for 0.0.0.0/0. */
  readonly bringsDefaultRoute: Truth;
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
      list.push({
        is: {
          network,
          routesByDefault,
          get bringsDefaultRoute() {
            const accepts = flag(resource, "properties.enableInternetSecurity", false);
            return isFalse(accepts) ? accepts : all(accepts, hasDefaultRoute(hub, resource, views));
          },
        },
        holds: all(holds, resource.exists),
      });
    }
  }
  return new Map([...byHub].map(([hub, list]) => [hub, new Members(list)]));
}

/**
 * Whether a hub has a route for 0.0.0.0/0 for a connection, by routing intent or in the route table that the connection goes by.
 * Never a certain no: a hub learns routes from on-premises as well.
 */
function hasDefaultRoute(hub: Resource, connection: Resource, views: Views): Truth {
  const intents = hub.children.filter((child) => sameType(child.type, ROUTING_INTENT));
  const ownTables = hub.children.filter((child) => sameType(child.type, ROUTE_TABLE));
  const associated = connection.get("properties.routingConfiguration.associatedRouteTable.id");
  const byDefault = Members.of(ownTables).where(({ name }) => is(name, "defaultRouteTable"));
  const tables = isUnset(associated) ? byDefault : views.follow(associated, ROUTE_TABLE, (found) => found).to;
  return any(
    ...intents.map((intent) =>
      all(
        intent.exists,
        any(
          ...valuesAt(intent, "properties.routingPolicies[].destinations[]").map(({ value, holds }) =>
            all(holds, is(value, "Internet")),
          ),
        ),
      ),
    ),
    tables.some((table) =>
      any(
        ...valuesAt(table, "properties.routes[].destinations[]").map(({ value, holds }) =>
          all(holds, is(value, "0.0.0.0/0")),
        ),
      ),
    ),
    unknown(`whether ${hub.address} has a route for 0.0.0.0/0`, hub.span),
  );
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
