import { all, any, is, type Truth } from "../value/index.ts";
import type { NextHop, Route, Subnet } from "./view.ts";

const AWAY: readonly NextHop[] = ["VirtualAppliance", "VirtualNetworkGateway", "None"];

/** Whether a subnet sends 0.0.0.0/0 to a firewall or another appliance. */
export function sendsToAppliance(subnet: Subnet): Truth {
  return hasDefaultRoute(subnet, ({ nextHop }) => is(nextHop, "VirtualAppliance"));
}

/** Whether a subnet sends 0.0.0.0/0 anywhere but straight to the internet. */
export function isRoutedAway(subnet: Subnet): Truth {
  return hasDefaultRoute(subnet, ({ nextHop }) => any(...AWAY.map((hop) => is(nextHop, hop))));
}

function hasDefaultRoute({ routeTable }: Subnet, question: (route: Route) => Truth): Truth {
  return routeTable.to.some(({ routes }) =>
    routes.some((route) => all(is(route.prefix, "0.0.0.0/0"), question(route))),
  );
}
