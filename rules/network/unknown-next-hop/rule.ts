import {
  all,
  called,
  decided,
  defineRule,
  is,
  isFalse,
  isString,
  isUnset,
  judge,
  type Network,
  type Route,
  type RouteTable,
  shown,
  type Truth,
  unknown,
} from "isolint";

interface Judged {
  readonly resource: Route["resource"];
  readonly route: Route;
  readonly table: RouteTable;
}

export default defineRule<Judged>({
  title: "A route leads to an address that lies in no network",
  levels: { recommended: "warning", strict: "warning" },
  why: "A route to an appliance works only if its address is in the network or a peered one. Otherwise the packets are dropped: everything that should pass the firewall is cut off, or someone takes the route away.",
  remedy: "Take the next hop from the firewall's or interface's own address.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#user-defined"],
  controls: { mcsb: ["NS-1", "NS-3"], nist: ["SC-7"] },
  statements: [41],
  judges: ({ network }) =>
    network.routeTables.flatMap((table) =>
      [...table.routes]
        .filter(({ nextHop }) => !isFalse(is(nextHop, "VirtualAppliance")))
        .map((route) => ({ resource: route.resource, route, table })),
    ),
  check: ({ resource, route, table }, { network }) => ({
    fails: all(is(route.nextHop, "VirtualAppliance"), () => isNowhere(route, table, network)),
    tell: () => ({
      at: { resource, path: "properties.nextHopIpAddress" },
      because: [route.nextHopAddress],
      message: `Route ${called(resource)} of ${called(table.resource)} leads to ${shown(route.nextHopAddress)}, which lies in no network of this stack.`,
    }),
  }),
});

function isNowhere(route: Route, table: RouteTable, network: Network): Truth {
  if (route.owner.size > 0) return decided(false);
  return judge(route.nextHopAddress, (leaf) => {
    if (isUnset(leaf)) return unknown("where the route leads, as it names no address", leaf.origin?.span);
    if (!isString(leaf)) return unknown(`where ${shown(leaf)} lies`, leaf.origin?.span);
    const { known } = route.hop;
    const covered = network.virtualNetworks.some(({ addressSpace }) => addressSpace.known.covers(known));
    if (covered && !known.isEmpty) return decided(false);
    return seesEverything(table, network) ? decided(true) : unknown(`in which network ${leaf.value} lies`);
  });
}

/** Whether every network that the route's subnets reach is in the code, with all of its addresses. */
function seesEverything(table: RouteTable, { virtualNetworks, graph }: Network): boolean {
  const isWhole = virtualNetworks.every(
    ({ resource, addressSpace, peerings }) =>
      resource.mode === "declared" &&
      addressSpace.unknown.length === 0 &&
      [...peerings].every(({ remote }) => remote.to.size > 0 && remote.to.more.kind === "decided"),
  );
  const joined = graph.ofType("Microsoft.Network/virtualHubs").length > 0;
  return isWhole && !joined && virtualNetworks.length > 0 && table.subnets.size > 0;
}
