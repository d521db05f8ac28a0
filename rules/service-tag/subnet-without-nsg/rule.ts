import {
  all,
  any,
  called,
  defineRule,
  is,
  isTrue,
  no,
  not,
  type Occupant,
  type Subnet,
  type Truth,
  yes,
} from "isolint";

/** Subnets for which Azure refuses a network security group, or which need none. */
const EXEMPT: ReadonlySet<string> = new Set([
  "gateway",
  "firewall",
  "firewall-management",
  "route-server",
  "bastion",
]);

export default defineRule<Subnet>({
  title: "A subnet has no network security group",
  levels: { recommended: "warning", strict: "error" },
  why: "Without a network security group nothing filters what reaches the subnet: neither from the internet, once something in it gets a public address, nor from the rest of the network.",
  remedy: "Attach a network security group to the subnet.",
  links: [
    "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
    "https://learn.microsoft.com/security/benchmark/azure/mcsb-v2-network-security",
  ],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "AC-4"] },
  statements: [6, 29],
  judges: ({ network }) => network.subnets,
  check: (subnet) => ({
    fails: all(not(subnet.nsg.isSet), () => not(needsNone(subnet))),
    tell: () => ({
      at: { resource: subnet.resource, path: "properties.networkSecurityGroup" },
      message: `Subnet ${called(subnet.resource)} of ${called(subnet.network.resource)} has no network security group${wouldGuardEndpoints(subnet) ? "; its network policies are on for private endpoints, so that a group would filter what reaches them" : ""}.`,
    }),
  }),
});

function wouldGuardEndpoints({ occupants, endpointPolicies }: Subnet): boolean {
  return [...occupants].some(({ kind }) => kind === "private-endpoint") && isTrue(endpointPolicies.nsg);
}

function needsNone(subnet: Subnet): Truth {
  if (subnet.reserved !== undefined && EXEMPT.has(subnet.reserved)) return yes();
  return any(
    subnet.reserved === undefined ? subnet.mayBeReserved : no(),
    subnet.delegations.some(({ service }) => is(service, "Microsoft.Network/dnsResolvers")),
    all(
      // Not just anything: what may lie here and is not guarded needs a group, whether or not it does.
      subnet.occupants.some((occupant) => guardsItself(occupant, subnet)),
      subnet.occupants.every((occupant) => guardsItself(occupant, subnet)),
    ),
  );
}

/** Occupants that a subnet's group would not protect, or that bring their own. */
function guardsItself(occupant: Occupant, subnet: Subnet): Truth {
  switch (occupant.kind) {
    case "private-endpoint":
      return not(subnet.endpointPolicies.nsg);
    case "interface":
      return occupant.interface.nsg.isSet;
    case "service":
      return isGuardedByPlatform(occupant.resource.type) ? yes() : no();
  }
}

/** AKS guards the interfaces of its nodes itself; a NetApp volume has no interface that a group would act on. */
function isGuardedByPlatform(type: string): boolean {
  return /^microsoft\.(containerservice\/managedclusters|netapp\/)/i.test(type);
}
