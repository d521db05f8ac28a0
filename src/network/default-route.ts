import { all, any, is, not, type Truth, yes } from "../value/index.ts";
import type { NextHop, Route, Subnet } from "./view.ts";

const AWAY: readonly NextHop[] = ["VirtualAppliance", "VirtualNetworkGateway", "VnetLocal", "None"];

/** Whether a subnet sends 0.0.0.0/0 to a firewall or another appliance. */
export function sendsToAppliance(subnet: Subnet): Truth {
  return hasDefaultRoute(subnet, ({ nextHop }) => is(nextHop, "VirtualAppliance"));
}

/** Whether a subnet sends 0.0.0.0/0 anywhere but straight to the internet. */
export function isRoutedAway(subnet: Subnet): Truth {
  return any(
    hasDefaultRoute(subnet, ({ nextHop }) => any(...AWAY.map((hop) => is(nextHop, hop)))),
    isRoutedToHub(subnet),
  );
}

/** Whether a subnet has a route of its own for 0.0.0.0/0, wherever it leads. */
export function hasOwnDefaultRoute(subnet: Subnet): Truth {
  return hasDefaultRoute(subnet, () => yes());
}

/** Whether 0.0.0.0/0 goes to a virtual hub: its own route would come first, and a table can refuse the hub's routes. */
export function isRoutedToHub(subnet: Subnet): Truth {
  return all(
    subnet.network.defaultRouteFromHub,
    not(hasOwnDefaultRoute(subnet)),
    subnet.routeTable.to.every(({ propagatesGatewayRoutes }) => propagatesGatewayRoutes),
  );
}

function hasDefaultRoute({ routeTable }: Subnet, question: (route: Route) => Truth): Truth {
  return routeTable.to.some(({ routes }) =>
    routes.some((route) => all(is(route.prefix, "0.0.0.0/0"), question(route))),
  );
}
