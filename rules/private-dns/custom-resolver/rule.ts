import {
  any,
  called,
  type DnsServer,
  decided,
  defineRule,
  isFalse,
  listed,
  not,
  shown,
  type VirtualNetwork,
} from "isolint";

/** Servers of which nothing in the code shows that they forward to Azure's DNS. */
const BLIND: ReadonlySet<DnsServer["kind"]> = new Set([
  "public",
  "firewall-without-proxy",
  "machine",
  "unseen",
]);

export default defineRule<VirtualNetwork>({
  title: "A network uses DNS servers that are not known to ask Azure's DNS",
  levels: { recommended: "warning", strict: "warning" },
  why: "Private zones answer only through Azure's DNS. With servers that do not forward there, links have no effect: names of private endpoints resolve to the public address.",
  remedy:
    "Use a private resolver's inbound endpoint or a firewall with DNS proxy as DNS server, or list the addresses of servers that forward to 168.63.129.16 under network.dnsForwarders in the configuration.",
  links: [
    "https://learn.microsoft.com/azure/private-link/private-endpoint-dns-integration",
    "https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances#name-resolution-that-uses-your-own-dns-server",
  ],
  controls: { mcsb: ["NS-2", "NS-10"], nist: ["SC-7"] },
  statements: [13, 14],
  judges: ({ network }) =>
    network.virtualNetworks.filter((one) => !isFalse(one.usesOwnDns) && needsPrivateNames(one)),
  check: ({ resource, dns }) => {
    const blind = dns.servers.filter(({ kind }) => BLIND.has(kind));
    return {
      fails: any(decided(blind.length > 0), not(dns.reachesAzureDns)),
      tell: () => ({
        at: { resource, path: "properties.dhcpOptions.dnsServers" },
        because: (blind.length > 0 ? blind : dns.servers).map(({ value }) => value),
        message: `${called(resource)} resolves names through ${listed((blind.length > 0 ? blind : dns.servers).map(described))}: its private zones stay without effect.`,
        related: blind.flatMap(({ by }) => (by ? [{ message: "the server", at: { resource: by } }] : [])),
      }),
    };
  },
});

/** Whether a zone or a private endpoint concerns the network, its own or that of a peer. */
function needsPrivateNames(network: VirtualNetwork): boolean {
  return network.zoneLinks.size > 0 || [network, ...network.peers].some(holdsEndpoint);
}

function holdsEndpoint({ subnets }: VirtualNetwork): boolean {
  return [...subnets].some(({ occupants }) => [...occupants].some(({ kind }) => kind === "private-endpoint"));
}

function described({ value, kind, by }: DnsServer): string {
  const server = by ? called(by) : shown(value);
  switch (kind) {
    case "public":
      return `${server}, a public resolver`;
    case "firewall-without-proxy":
      return `the firewall ${server}, whose DNS proxy is off`;
    case "machine":
    case "unseen":
      return `${server}, which nothing here shows to forward to Azure's DNS`;
    default:
      return server;
  }
}
