import { isMalformed, PRIVATE, parseRange, Ranges } from "../azure/index.ts";
import type { Resource } from "../model/index.ts";
import {
  all,
  follow,
  isString,
  isTrue,
  itemsOf,
  no,
  not,
  type Truth,
  unknown,
  type Value,
  yes,
} from "../value/index.ts";
import { forwardedTo } from "./forwarding-ruleset.ts";
import { Members } from "./members.ts";
import { ownerOf } from "./owner.ts";
import { isThere } from "./reading.ts";
import type { AzureFirewall, DnsServer, NetworkDns, Subnet, VirtualNetwork } from "./view.ts";
import type { Views } from "./views.ts";

const AZURE_DNS = "168.63.129.16";
const INBOUND_ENDPOINT = "microsoft.network/dnsresolvers/inboundendpoints";
const AZURE_FIREWALL = "microsoft.network/azurefirewalls";
const INTERFACE = "microsoft.network/networkinterfaces";

/** A server with what follows from it. */
interface Answer {
  readonly server: DnsServer;
  readonly resolvers: Members<VirtualNetwork>;
  readonly reachesAzureDns: Truth;
}

/** How the clients of a network resolve names: Azure's DNS unless the network has servers of its own. */
export function networkDns(network: VirtualNetwork, views: Views): NetworkDns {
  const values = network.dnsServers;
  const own = network.usesOwnDns;
  const forwarded = forwardedTo(network, views).map(({ server, holds }) =>
    serverAnswer(server, network, views, 1).resolvers.where(() => holds),
  );
  const answers = values.map((value) => serverAnswer(value, network, views, 0));
  const azure = Members.union([new Members([{ is: network, holds: not(own) }]), ...forwarded]);
  if (answers.length === 0) return { resolvers: azure, reachesAzureDns: yes(), servers: [] };
  return {
    resolvers: Members.union([azure, ...answers.map(({ resolvers }) => resolvers)]),
    reachesAzureDns: all(...answers.map((answer) => answer.reachesAzureDns)),
    servers: answers.map(({ server }) => server),
  };
}

/** Servers of servers: a firewall's policy can name servers in turn. */
const DEEPEST = 4;

function serverAnswer(value: Value, network: VirtualNetwork, views: Views, depth: number): Answer {
  const answer = (
    kind: DnsServer["kind"],
    reachesAzureDns: Truth,
    resolvers: Members<VirtualNetwork>,
    by?: Resource,
  ): Answer => ({ server: { value, kind, by }, resolvers, reachesAzureDns });
  const nobody = new Members<VirtualNetwork>([]);
  const cannotTell = unknown("which network the DNS server answers for", value.origin?.span);
  if (depth > DEEPEST) return answer("unknown", cannotTell, new Members([], cannotTell));
  const here = isThere(value);
  const address = isString(value) ? value.value.trim() : undefined;
  if (address === AZURE_DNS)
    return answer("azure", yes({ value }), new Members([{ is: network, holds: here }]));
  const { subnet, by } = whoAnswers(value, address, views);
  const found = by && byResource(by, views);
  if (found?.kind === "resolver") return answer("resolver", yes({ value }), found.networks, by);
  if (found?.kind === "firewall") return firewallAnswer(found.firewall, answer, views, depth);
  const holder = subnet?.network;
  if (address !== undefined && views.settings.dnsForwarders.includes(address)) {
    const networks = holder ? Members.of([holder]) : new Members<VirtualNetwork>([], cannotTell);
    return answer("declared-forwarder", yes({ value }), networks, by);
  }
  const nothingShows = unknown("whether the DNS server forwards to Azure's DNS", value.origin?.span);
  if (by || subnet)
    return answer(
      "machine",
      nothingShows,
      holder ? members(holder, nothingShows) : nobody.orMore(nothingShows),
      by,
    );
  if (address === undefined) return answer("unknown", nothingShows, nobody.orMore(nothingShows));
  const range = parseRange(address);
  if (!isMalformed(range) && !PRIVATE.overlaps(Ranges.of(range)))
    return answer("public", no({ value }), nobody);
  return answer("unseen", nothingShows, nobody.orMore(nothingShows));
}

function members(network: VirtualNetwork, holds: Truth): Members<VirtualNetwork> {
  return new Members([{ is: network, holds }]);
}

function firewallAnswer(
  firewall: AzureFirewall,
  answer: (
    kind: DnsServer["kind"],
    reaches: Truth,
    resolvers: Members<VirtualNetwork>,
    by?: Resource,
  ) => Answer,
  views: Views,
  depth: number,
): Answer {
  const proxy = firewall.dnsProxy;
  const networks = firewall.networks;
  const policies = firewall.policy.to.sure;
  const servers = policies.flatMap((policy) => itemsOf(policy.get("properties.dnsSettings.servers")).items);
  const [host] = networks;
  const behind = host ? servers.map((server) => serverAnswer(server, host, views, depth + 1)) : [];
  const resolvers = behind.length === 0 ? networks : Members.union(behind.map((one) => one.resolvers));
  return answer(
    isTrue(proxy) ? "firewall-proxy" : proxy.kind === "decided" ? "firewall-without-proxy" : "unknown",
    all(proxy, ...behind.map((one) => one.reachesAzureDns)),
    resolvers.where(() => proxy),
    firewall.resource,
  );
}

/** What has an address: the resource it was read from, one that writes the same address, or what lies in its subnet. */
function whoAnswers(
  value: Value,
  address: string | undefined,
  views: Views,
): { readonly by: Resource | undefined; readonly subnet: Subnet | undefined } {
  const owner = ownerOf(views.graph, value);
  if (owner) return { by: owner, subnet: subnetOfInterface(owner, views) };
  const range = address === undefined ? undefined : parseRange(address);
  if (!range || isMalformed(range)) return { by: undefined, subnet: undefined };
  const subnet = views.subnets.find(({ prefixes }) => prefixes.known.covers(Ranges.of(range)));
  if (!subnet) return { by: undefined, subnet: undefined };
  if (subnet.reserved === "firewall") {
    const firewall = views.azureFirewalls.find((one) =>
      [...one.networks].some((network) => network === subnet.network),
    );
    return { by: firewall?.resource, subnet };
  }
  const occupants = [...subnet.occupants].filter(({ resource }) =>
    [INBOUND_ENDPOINT, INTERFACE].includes(resource.type.toLowerCase()),
  );
  const inbound = occupants.find(({ resource }) => resource.type.toLowerCase() === INBOUND_ENDPOINT);
  const exact = occupants.find(({ resource }) => addressesOf(resource).includes(address as string));
  return { by: (exact ?? inbound)?.resource, subnet };
}

function addressesOf(resource: Resource): readonly string[] {
  return itemsOf(resource.get("properties.ipConfigurations"))
    .items.flatMap((item) => [follow(item, "privateIpAddress"), follow(item, "properties.privateIPAddress")])
    .filter(isString)
    .map(({ value }) => value);
}

function subnetOfInterface(resource: Resource, views: Views): Subnet | undefined {
  return views.networkInterface(resource)?.subnets.sure[0];
}

type Answering =
  | { readonly kind: "resolver"; readonly networks: Members<VirtualNetwork> }
  | { readonly kind: "firewall"; readonly firewall: AzureFirewall };

function byResource(resource: Resource, views: Views): Answering | undefined {
  const type = resource.type.toLowerCase();
  if (type === INBOUND_ENDPOINT) return { kind: "resolver", networks: networksOfResolver(resource, views) };
  const firewall = type === AZURE_FIREWALL ? views.azureFirewall(resource) : undefined;
  return firewall && { kind: "firewall", firewall };
}

/** The network whose zones a private resolver's inbound endpoint answers from. */
export function networksOfResolver(inbound: Resource, views: Views): Members<VirtualNetwork> {
  const { parent } = inbound;
  if (!parent)
    return new Members<VirtualNetwork>([], unknown("which network the resolver lies in", inbound.span));
  return views.reference(
    parent,
    "properties.virtualNetwork.id",
    "Microsoft.Network/virtualNetworks",
    (found) => views.virtualNetwork(found),
  ).to;
}
