import {
  all,
  called,
  defineRule,
  isFalse,
  listed,
  not,
  type PrivateZone,
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
  judges: ({ network }) =>
    network.virtualNetworks.filter((one) => hasClients(one) && zonesOfPeers(one).length > 0),
  check: (client) => {
    const zones = zonesOfPeers(client);
    const unanswered = zones.filter(({ holds }) => !isFalse(holds));
    const [first] = unanswered;
    return {
      fails: not(all(...zones.map(({ holds }) => not(holds)))),
      at: { resource: client.resource },
      because: [],
      message: () =>
        `${called(client.resource)} is peered with the network of ${first ? called(first.endpoint) : "a private endpoint"}, but does not resolve ${listed(
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
});

/** Whether anything here asks for names: a subnet that can hold clients, or a firewall. */
function hasClients({ subnets, azureFirewalls }: VirtualNetwork): boolean {
  return azureFirewalls.size > 0 || [...subnets].some(({ holdsClients }) => !isFalse(holdsClients));
}

interface Reached {
  readonly zone: PrivateZone;
  readonly endpoint: VirtualNetwork["resource"];
  /** The endpoint can be reached from the client's network, but its zone does not answer there. */
  readonly holds: Truth;
}

/** Zones of endpoints in the networks that this one is peered with. */
function zonesOfPeers(client: VirtualNetwork): readonly Reached[] {
  return client.peerings.seen.flatMap(({ is: peering, holds }) =>
    peering.remote.to.seen.flatMap(({ is: home, holds: leads }) =>
      [...home.subnets].flatMap((subnet) =>
        subnet.occupants.seen.flatMap((lies) => {
          if (lies.is.kind !== "private-endpoint") return [];
          const { resource, zones } = lies.is.endpoint;
          return zones.seen.map(({ is: zone, holds: registers }) => ({
            zone,
            endpoint: resource,
            holds: all(
              ...[holds, leads, lies.holds, registers],
              peering.allowsAccess,
              peering.reverse.some((half) => half.allowsAccess),
              client.dns.reachesAzureDns,
              // Where not even the endpoint's own network resolves the zone, `zone-not-linked` has said so.
              home.dns.resolvers.some((resolver) => zone.isLinkedTo(resolver)),
              not(client.dns.resolvers.some((resolver) => zone.isLinkedTo(resolver))),
            ),
          }));
        }),
      ),
    ),
  );
}
