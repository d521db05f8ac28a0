import {
  all,
  any,
  called,
  defineRule,
  type Gateway,
  listed,
  type Network,
  not,
  type PrivateEndpoint,
  type Truth,
  yes,
} from "isolint";

type Entry = Network | { readonly resource: Gateway["resource"] };

export default defineRule<Entry>({
  title: "On-premises has nobody to ask for the names of private endpoints",
  levels: { recommended: "warning", strict: "error", hybrid: "error" },
  why: "On-premises cannot ask Azure's DNS directly. Without a forwarder inside the network it gets the public address, although the way to the private endpoint is there.",
  remedy:
    "Add a private resolver with an inbound endpoint, or a firewall with DNS proxy, in a network that the zones are linked to, and forward the service's zones to it from on-premises.",
  links: [
    "https://learn.microsoft.com/azure/private-link/private-endpoint-dns-integration#on-premises-workloads-using-a-dns-forwarder",
    "https://learn.microsoft.com/azure/dns/dns-private-resolver-overview",
  ],
  controls: { mcsb: ["NS-2", "NS-9", "NS-10"], nist: ["SC-7"] },
  statements: [4, 14, 20],
  judges: ({ network }) =>
    network.onPremises.state === "none" || network.privateEndpoints.length === 0 ? [] : [entryOf(network)],
  check: (entry, { network }) => {
    const { onPremises, privateEndpoints, settings } = network;
    const reached = privateEndpoints.map((endpoint) =>
      all(endpoint.resource.exists, isReached(endpoint, network)),
    );
    const networks = network.virtualNetworks.map(({ resource }) => resource);
    const answered = any(
      onPremises.forwarders.some((forwarder) => hasZones(forwarder, network)),
      network.mayBeExtended(...networks),
      settings.privateDns === "central" ? yes() : any(),
    );
    return {
      fails: all(any(...reached), not(answered)),
      tell: () => ({
        because: [],
        ...("resource" in entry && { at: { resource: entry.resource } }),
        message: `On-premises reaches ${listed(
          privateEndpoints.map(({ resource }) => called(resource)),
          3,
        )}, but has no DNS forwarder to ask: the names resolve to public addresses there.`,
      }),
    };
  },
});

/** Where on-premises comes in; the stack as a whole where that is only declared. */
function entryOf(network: Network): Entry {
  const [gateway] = network.onPremises.entries;
  const [sign] = [
    ...network.graph.ofType("Microsoft.Network/expressRouteCircuits"),
    ...network.graph.ofType("Microsoft.Network/vpnSites"),
  ];
  const resource = gateway?.resource ?? sign;
  return resource ? { resource } : network;
}

/** Whether on-premises comes to the endpoint's network; taken for granted where it is only declared. */
function isReached({ network: homes }: PrivateEndpoint, { onPremises }: Network): Truth {
  if (onPremises.state === "expected") return onPremises.exists;
  return homes.some((home) => onPremises.serves(home));
}

/** A forwarder answers from the zones of its own network; where zones lie outside, that is not for this code to say. */
function hasZones(forwarder: Network["virtualNetworks"][number], { privateZones }: Network): Truth {
  const used = privateZones.filter(({ usedBy }) => usedBy.size > 0);
  return used.length === 0 ? yes() : any(...used.map((zone) => zone.isLinkedTo(forwarder)));
}
