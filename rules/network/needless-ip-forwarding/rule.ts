import {
  type AddressSpace,
  all,
  called,
  decided,
  defineRule,
  equal,
  type InterfaceConfiguration,
  isFalse,
  isString,
  isUnset,
  type NetworkInterface,
  no,
  not,
  type Route,
  type Truth,
} from "isolint";

export default defineRule<NetworkInterface>({
  title: "An interface forwards traffic that nobody sends to it",
  levels: { recommended: "info", strict: "warning" },
  why: "Forwarding lets a machine pass on packets that are not its own. Without a route that uses it, it only helps whoever takes the machine over.",
  remedy: "Turn IP forwarding off, or add the route that needs it.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "CM-7"] },
  judges: ({ network }) => network.interfaces.filter(({ forwards }) => !isFalse(forwards)),
  check: (nic, { network }) => {
    const routes = network.hops;
    const used = routes.map((route) =>
      not(not(route.owner.some((owner) => decided(owner === nic.resource)))),
    );
    const addresses = nic.configurations.flatMap((one) => routes.map((route) => leadsTo(route, one)));
    return {
      fails: all(nic.forwards, ...used.map(not), ...addresses.map(not)),
      tell: () => ({
        at: { resource: nic.resource, path: "properties.enableIPForwarding" },
        message: `Interface ${called(nic.resource)} forwards IP traffic, but no route of this stack leads to it.`,
      }),
    };
  },
});

function leadsTo(route: Route, { privateAddress, subnet }: InterfaceConfiguration): Truth {
  if (isUnset(route.nextHopAddress)) return no();
  const [place] = subnet.to.sure;
  // An address that Azure picks is one of the subnet's.
  if (place && !isString(privateAddress) && isElsewhere(route.hop, place.prefixes)) return no();
  return equal(route.nextHopAddress, privateAddress);
}

function isElsewhere(hop: AddressSpace, subnet: AddressSpace): boolean {
  const isKnown = subnet.unknown.length === 0 && !subnet.known.isEmpty && !hop.known.isEmpty;
  return isKnown && !subnet.known.overlaps(hop.known);
}
