import {
  all,
  any,
  called,
  defineRule,
  isFalse,
  listed,
  not,
  type PrivateZone,
  type Resource,
  shown,
  type Truth,
  type VirtualNetwork,
} from "isolint";

export default defineRule<VirtualNetwork>({
  title: "A peered network reaches a private endpoint, but resolves its name publicly",
  levels: { recommended: "warning", strict: "error", hybrid: "error" },
  why: "A peering carries packets, not names. A network whose resolver does not know the private zone asks the public DNS, and its clients go to the public address of a service that they could reach privately.",
  remedy:
    "Link the zone to the peered network as well, or let that network use DNS servers that know the zone.",
  links: [
    "https://learn.microsoft.com/azure/private-link/private-endpoint-dns-integration#virtual-network-workloads-without-azure-private-resolver",
    "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
  ],
  controls: { mcsb: ["NS-2", "NS-10"], nist: ["SC-7"] },
  statements: [13, 14, 20],
  judges: ({ network }) => network.virtualNetworks.filter((one) => hasClients(one) && hasZonesOfPeers(one)),
  check: (client) => {
    const zones = zonesOfPeers(client);
    return {
      fails: any(...zones.map(({ holds }) => holds)),
      tell: () => {
        const unanswered = zones.filter(({ holds }) => !isFalse(holds));
        const [first] = unanswered;
        return {
          at: { resource: client.resource },
          because: [],
          message: `${called(client.resource)} is peered with the network of ${first ? called(first.endpoint) : "a private endpoint"}, but does not resolve ${listed(
            [...new Set(unanswered.map(({ zone }) => shown(zone.name)))],
            4,
          )} privately: its clients go to the public address.`,
          related: first
            ? [
                { message: "this endpoint is in reach", at: { resource: first.endpoint } },
                { message: "the zone that holds its name", at: { resource: first.zone.resource } },
              ]
            : [],
        };
      },
    };
  },
});

/** Whether anything here asks for names: a subnet that can hold clients, or a firewall. */
function hasClients({ subnets, azureFirewalls }: VirtualNetwork): boolean {
  return azureFirewalls.size > 0 || [...subnets].some(({ holdsClients }) => !isFalse(holdsClients));
}

interface Reached {
  readonly zone: PrivateZone;
  readonly endpoint: Resource;
  /** An endpoint can be reached from the client's network, but its zone does not answer there. */
  readonly holds: Truth;
}

/** Zones of endpoints in the networks that this one is peered with. */
function zonesOfPeers(client: VirtualNetwork): readonly Reached[] {
  const ways = new Map<VirtualNetwork, Truth[]>();
  for (const { is: peering, holds } of client.peerings.seen) {
    for (const { is: home, holds: leads } of peering.remote.to.seen) {
      const back = peering.reverse.some((half) => half.allowsAccess);
      const way = all(holds, leads, peering.allowsAccess, back);
      ways.set(home, [...(ways.get(home) ?? []), way]);
    }
  }
  return [...ways].flatMap(([home, way]) =>
    home.endpointZones.map(({ zone, endpoint, holds }) => ({
      zone,
      endpoint,
      holds: all(
        ...[any(...way), client.dns.reachesAzureDns, holds],
        // Where not even the endpoint's own network resolves the zone, `zone-not-linked` has said so.
        zone.answersIn(home),
        not(zone.answersIn(client)),
      ),
    })),
  );
}

/** Whether there is such a zone at all, whatever it depends on. */
function hasZonesOfPeers(client: VirtualNetwork): boolean {
  const homes = [...client.peerings].flatMap(({ remote }) => [...remote.to]);
  return homes.some(({ endpointZones }) => endpointZones.length > 0);
}
