import {
  all,
  any,
  called,
  defineRule,
  hasOwnDefaultRoute,
  isBehindPublicLoadBalancer,
  isFalse,
  isRoutedAway,
  isTrue,
  type Network,
  no,
  not,
  type Occupant,
  type Subnet,
  type Truth,
} from "isolint";

export default defineRule<Subnet>({
  title: "Machines go out by an address that nobody chose",
  levels: { recommended: "warning", strict: "error" },
  why: "Without a way out of its own, a subnet uses an implicit address that Azure picks and may change, and that other customers share. No firewall can admit it, nothing filters what leaves by it, and new networks no longer have it.",
  remedy: "Give the subnet a NAT gateway or a route to a firewall, or turn default outbound access off.",
  links: ["https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access"],
  controls: { mcsb: ["NS-1", "NS-3"], nist: ["SC-7", "AC-4"] },
  statements: [16, 24, 27],
  judges: ({ network }) =>
    network.subnets.filter(({ occupants }) => [...occupants].some(({ kind }) => kind === "interface")),
  check: (subnet, { network }) => {
    const lone = subnet.occupants.where((one) => hasNoWayOut(one, network));
    return {
      fails: all(
        subnet.defaultOutboundAccess,
        not(subnet.natGateway.isSet),
        () => not(isRoutedAway(subnet)),
        () => any(...lone.seen.map(({ holds }) => holds)),
      ),
      tell: () => {
        const [machine] = lone;
        return {
          at: { resource: subnet.resource, path: "properties.defaultOutboundAccess" },
          because: [subnet.resource.get("properties.defaultOutboundAccess")],
          message: `Subnet ${called(subnet.resource)} has ${isTrue(hasOwnDefaultRoute(subnet)) ? "no NAT gateway, and its route for 0.0.0.0/0 leads straight to the internet" : "neither NAT gateway nor route for 0.0.0.0/0"}: ${machine ? called(machine.resource) : "what lies in it"} goes out by Azure's default address.`,
          related: machine ? [{ message: "goes out from here", at: { resource: machine.resource } }] : [],
        };
      },
    };
  },
});

function hasNoWayOut(occupant: Occupant, network: Network): Truth {
  if (occupant.kind !== "interface") return no();
  const nic = occupant.interface;
  // A machine goes out by the public address of any of its interfaces.
  const own = any(
    ...nic.ofMachine.flatMap(({ configurations }) =>
      configurations.map(({ hasPublicAddress }) => hasPublicAddress),
    ),
  );
  return isFalse(own) ? not(isBehindPublicLoadBalancer(nic, network)) : not(own);
}
