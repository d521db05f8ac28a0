import type { DedicatedService, Ports, Ranges } from "../azure/index.ts";
import type { Resource } from "../model/index.ts";
import type { Truth, Value } from "../value/index.ts";
import type { Members, Reference, Spot } from "./members.ts";
import type { Service } from "./service/view.ts";

/** What every view has: the resource it reads. */
export interface View {
  readonly resource: Resource;
}

/** Addresses as far as the code says them. */
export interface AddressSpace {
  readonly known: Ranges;
  /** Prefixes that nobody knows before deployment. */
  readonly unknown: readonly Value[];
  /** The values as written, malformed ones included. */
  readonly values: readonly Value[];
}

export interface VirtualNetwork extends View {
  readonly name: Value;
  readonly location: Value;
  readonly addressSpace: AddressSpace;
  /** Own DNS servers; none means Azure's. An own server is an address or a symbol. */
  readonly dnsServers: readonly Value[];
  readonly usesOwnDns: Truth;
  readonly subnets: Members<Subnet>;
  /** Peerings that start here, and where each leads. */
  readonly peerings: Members<Peering>;
  /** Those of the peerings that start here which lead to the other network. */
  peeringsTo(network: VirtualNetwork): Members<Peering>;
  /** Networks with which a peering is connected on both halves. */
  readonly peers: Members<VirtualNetwork>;
  readonly zoneLinks: Members<ZoneLink>;
  readonly gateways: Members<Gateway>;
  readonly azureFirewalls: Members<AzureFirewall>;
  /** Whether on-premises has a way into this network: its own gateway, or a peer's with transit on both halves. */
  readonly onPremisesServes: Truth;
  /** Whether a virtual hub tells its subnets a route for 0.0.0.0/0; the hub's firewall or whatever it has decides from there on. */
  readonly defaultRouteFromHub: Truth;
  /** How names are resolved here. */
  readonly dns: NetworkDns;
  /** Private zones that hold names of endpoints in this network, whoever resolves them. */
  readonly endpointZones: readonly EndpointZone[];
}

/** A private zone with an endpoint whose names it holds; `holds` says whether it holds that or another one's. */
export interface EndpointZone {
  readonly zone: PrivateZone;
  readonly endpoint: Resource;
  readonly holds: Truth;
}

/** How the clients of a network resolve names. */
export interface NetworkDns {
  /** Whose private zones answer: the network itself with Azure's DNS, or those that hold the DNS servers it uses. */
  readonly resolvers: Members<VirtualNetwork>;
  /** Whether the network's DNS servers are known to reach Azure's DNS: false where one nothing shows to forward is used. */
  readonly reachesAzureDns: Truth;
  /** Each own server and what it is. */
  readonly servers: readonly DnsServer[];
}

export interface DnsServer {
  readonly value: Value;
  readonly kind:
    | "azure"
    | "resolver"
    | "firewall-proxy"
    | "firewall-without-proxy"
    | "declared-forwarder"
    | "machine"
    | "public"
    | "unknown"
    | "unseen";
  /** What answers at this address, where it is in the stack. */
  readonly by: Resource | undefined;
}

export interface Peering extends View {
  readonly local: VirtualNetwork;
  readonly remote: Reference<VirtualNetwork>;
  /** Peerings of the remote network that lead back. */
  readonly reverse: Members<Peering>;
  /** Both halves are there. Unknown where the other half may be elsewhere. */
  readonly connected: Truth;
  readonly allowsAccess: Truth;
  readonly allowsForwarded: Truth;
  readonly allowsGatewayTransit: Truth;
  readonly usesRemoteGateways: Truth;
}

/** Names that Azure reserves for one kind of occupant. */
export type ReservedSubnet =
  | "gateway"
  | "firewall"
  | "firewall-management"
  | "bastion"
  | "route-server"
  | "routing-appliance";

export interface Subnet extends View {
  readonly name: Value;
  readonly network: VirtualNetwork;
  readonly prefixes: AddressSpace;
  readonly nsg: Reference<Nsg>;
  readonly routeTable: Reference<RouteTable>;
  readonly natGateway: Reference<Resource>;
  readonly delegations: Members<Delegation>;
  readonly serviceEndpoints: Members<ServiceEndpoint>;
  readonly serviceEndpointPolicies: Reference<Resource>[];
  /** What the subnet is reserved for, by its name or, where that is not known, by what lies in it. */
  readonly reserved: ReservedSubnet | undefined;
  /** Unknown where the stack is given the name, and nothing in the subnet says that it is an ordinary one. */
  readonly mayBeReserved: Truth;
  /** Whether the subnet's NSG and routes act on private endpoints in it. */
  readonly endpointPolicies: { readonly nsg: Truth; readonly routes: Truth };
  readonly defaultOutboundAccess: Truth;
  readonly occupants: Members<Occupant>;
  /** Whether clients can run here: not reserved, and not for resolvers. */
  readonly holdsClients: Truth;
  /** Whether the subnet has a service's endpoint (`Microsoft.Storage`); its Global form counts too. */
  hasServiceEndpoint(service: string): Truth;
}

export interface Delegation {
  readonly service: Value;
  readonly spot: Spot;
}

export interface ServiceEndpoint {
  readonly service: Value;
  readonly subnet: Subnet;
  readonly spot: Spot;
}

/** A dedicated service, or anything else in the catalogue, in a subnet that it names. */
export interface Placement extends View {
  /** Ways in which its type can sit in a subnet, each with whether it is this one; in the catalogue's order. */
  readonly ways: Members<DedicatedService>;
  readonly subnet: Reference<Subnet>;
  readonly spot: Spot;
}

/** Something that lies in a subnet. */
export type Occupant =
  | { readonly kind: "private-endpoint"; readonly resource: Resource; readonly endpoint: PrivateEndpoint }
  | { readonly kind: "interface"; readonly resource: Resource; readonly interface: NetworkInterface }
  | { readonly kind: "service"; readonly resource: Resource; readonly placement: Placement };

export interface PrivateEndpoint extends View {
  readonly location: Value;
  readonly subnet: Reference<Subnet>;
  readonly network: Members<VirtualNetwork>;
  /** Those that it writes down for itself; Azure chooses when it writes none. */
  readonly addresses: AddressSpace;
  readonly connections: readonly EndpointConnection[];
  readonly zoneGroups: Members<ZoneGroup>;
  /** Whether a zone group is attached; unknown where a module that nobody can look into could attach one. */
  readonly hasZoneGroup: Truth;
  /** A records of private zones that resolve to this endpoint. */
  readonly records: Members<ZoneRecord>;
  /** Private zones that hold its names: by group or by record. */
  readonly zones: Members<PrivateZone>;
}

export interface EndpointConnection {
  readonly endpoint: PrivateEndpoint;
  readonly name: Value;
  /** Stays pending until someone approves it. */
  readonly manual: boolean;
  /** Whether it is there: false, or unknown, where a condition makes it one of the other kind. */
  readonly holds: Truth;
  readonly target: Reference<Resource>;
  /** The target as a service with a public side, where it is one. */
  readonly service: Members<Service>;
  readonly groupIds: readonly Value[];
  /** The connection itself; `targetSpot` and `groupSpot` are its parts. */
  readonly spot: Spot;
  readonly targetSpot: Spot;
  readonly groupSpot: Spot;
  /** Zones that the target's group needs in this cloud; undefined when the type, group or kind is not known or documented. */
  readonly requiredZones: readonly string[] | undefined;
  /**
   * What it may need, each list an alternative of which all zones are needed: one for each kind and documented choice of its group,
   * or of every group of the target's type where the group is not known or does not exist. An empty list needs none.
   */
  readonly possibleZones: readonly (readonly string[])[];
}

export interface ZoneGroup extends View {
  readonly endpoint: PrivateEndpoint;
  readonly zones: readonly Reference<PrivateZone>[];
}

export interface PrivateZone extends View {
  readonly name: Value;
  readonly links: Members<ZoneLink>;
  readonly records: Members<ZoneRecord>;
  /** Endpoints whose names it holds: by zone group, by A record. */
  readonly usedBy: Members<PrivateEndpoint>;
  /** Whether it is linked to a network. */
  isLinkedTo(network: VirtualNetwork): Truth;
  /** Whether clients in a network are given its names: whoever resolves names for them has a link to it. */
  answersIn(network: VirtualNetwork): Truth;
}

export interface ZoneLink extends View {
  readonly zone: PrivateZone;
  readonly network: Reference<VirtualNetwork>;
  readonly registers: Truth;
  /** A name without a record is asked on the internet (`NxDomainRedirect`). */
  readonly fallsBack: Truth;
}

export interface ZoneRecord extends View {
  readonly zone: PrivateZone;
  readonly name: Value;
  readonly addresses: readonly Value[];
  readonly endpoints: Members<PrivateEndpoint>;
}

export type Direction = "Inbound" | "Outbound";

export interface Nsg extends View {
  readonly rules: Members<SecurityRule>;
  readonly subnets: Members<Subnet>;
  readonly interfaces: Members<NetworkInterface>;
  /** Whether it protects anything, here or where the stack hands its id out to. */
  readonly isAttached: Truth;
  /** False, or unknown where others may put things behind it: it, or a network that it protects, is handed out. */
  readonly isShared: Truth;
  /** What gets in (or out) of a given kind, in the order of the rules that admit it. */
  admitted(flow: Flow): readonly Admitted[];
  /** Whether any of the flow gets through. */
  admits(flow: Flow): Truth;
  /** Whether any of the flow is stopped. */
  stops(flow: Flow): Truth;
  /** Whether the whole internet gets through on at least one port, by one rule or by several together. */
  admitsEveryone(flow: Omit<Flow, "from">): Truth;
}

/** A kind of traffic that an NSG is asked about; what is left out is everything. */
export interface Flow {
  readonly direction: Direction;
  readonly from?: Party;
  readonly to?: Party;
  readonly ports?: Ports;
  readonly protocols?: readonly Protocol[];
}

export type Protocol = "Tcp" | "Udp" | "Icmp" | "Esp" | "Ah";

/** One end of a flow. */
export type Party =
  /** Hosts on the internet outside Azure. */
  | { readonly kind: "internet" }
  /** Somewhere in Azure, another tenant's. */
  | { readonly kind: "azure" }
  /** A service tag's addresses. */
  | { readonly kind: "tag"; readonly tag: string }
  | { readonly kind: "subnet"; readonly subnet: Subnet }
  /** The rest of the network, what is peered and what gateways bring. */
  | { readonly kind: "network" }
  | { readonly kind: "ranges"; readonly ranges: Ranges };

/** A part of a flow that one rule lets through. */
export interface Admitted {
  /** Undefined for a default rule. */
  readonly rule: SecurityRule | undefined;
  readonly ports: Ports;
  readonly protocols: readonly Protocol[];
  /** Public addresses that get through by ranges; for the party `internet` whether these are all. */
  readonly sources: Ranges;
  readonly everyone: boolean;
  readonly holds: Truth;
}

export interface SecurityRule extends View {
  readonly nsg: Nsg | undefined;
  readonly direction: Value;
  readonly access: Value;
  readonly priority: Value;
  readonly protocol: Value;
  /** Addresses, ranges and tags. */
  readonly sources: readonly Value[];
  /** Ids of application security groups. */
  readonly sourceGroups: readonly Value[];
  readonly sourcePorts: readonly Value[];
  readonly destinations: readonly Value[];
  readonly destinationGroups: readonly Value[];
  readonly ports: readonly Value[];
  /** The path under which addresses or ports are written: singular or plural. */
  spotOf(part: "sources" | "sourcePorts" | "destinations" | "ports"): Spot;
  /** Whether it can never match because rules of higher precedence cover it; with those rules. */
  readonly shadowed: { readonly holds: Truth; readonly by: readonly SecurityRule[] };
}

export interface NetworkInterface extends View {
  readonly configurations: readonly InterfaceConfiguration[];
  readonly nsg: Reference<Nsg>;
  readonly subnets: Members<Subnet>;
  readonly publicAddresses: Members<Resource>;
  readonly forwards: Truth;
  /** The machine or scale set it belongs to; none when nothing in the stack takes it. */
  readonly machine: Members<Resource>;
  /** All interfaces of its machine, itself among them. */
  readonly ofMachine: readonly NetworkInterface[];
}

export interface InterfaceConfiguration {
  readonly name: Value;
  readonly subnet: Reference<Subnet>;
  /** A public address resource; for a scale set or inline interface the configuration that makes one. */
  readonly publicAddress: Reference<Resource>;
  readonly hasPublicAddress: Truth;
  readonly privateAddress: Value;
  /** Ids of the load balancers' pools that it is a member of. */
  readonly pools: readonly Value[];
  readonly spot: Spot;
  readonly publicAddressSpot: Spot;
}

export interface PublicAddress extends View {
  readonly sku: Value;
  /** What uses it. */
  readonly attachedTo: Members<Spot>;
}

export interface Gateway extends View {
  readonly kind: "vpn" | "expressroute" | "virtual-wan" | "point-to-site" | "unknown";
  /** Its own network; several for a virtual hub. */
  readonly networks: Members<VirtualNetwork>;
  /** Whether it leads to on-premises: a connection that does not join two networks of the stack, or point-to-site clients. */
  readonly bringsOnPremises: Truth;
  readonly pointToSite: Truth;
  readonly connections: Members<Resource>;
}

export interface OnPremises {
  /** `seen` through a gateway or circuit, `expected` by declaration, `none`. */
  readonly state: "seen" | "expected" | "none";
  /** Whether on-premises has to be reckoned with; unknown where a gateway stands under a condition. */
  readonly exists: Truth;
  /** Gateways and circuits by which it comes in. */
  readonly entries: Members<Gateway>;
  /** Whether it has a private way into this network. */
  serves(network: VirtualNetwork): Truth;
  /** Public ranges under which it appears; undefined when not declared. */
  readonly egress: Ranges | undefined;
  /** Networks whose private zones on-premises can ask, by a resolver's inbound endpoint, a firewall's DNS proxy or DNS servers in the stack. */
  readonly forwarders: Members<VirtualNetwork>;
}

export type NextHop = "VirtualNetworkGateway" | "VnetLocal" | "Internet" | "VirtualAppliance" | "None";

export interface RouteTable extends View {
  readonly routes: Members<Route>;
  readonly subnets: Members<Subnet>;
  readonly propagatesGatewayRoutes: Truth;
}

export interface Route extends View {
  readonly prefix: Value;
  readonly nextHop: Value;
  readonly nextHopAddress: Value;
  /** The prefix and the next hop's address as addresses, where they are known. */
  readonly destinations: AddressSpace;
  readonly hop: AddressSpace;
  /** The resource whose own address the prefix is (`/32`), where it is read from that resource. */
  readonly addressOf: Resource | undefined;
  /** The firewall or interface that has the next hop's address. */
  readonly owner: Members<Resource>;
}

export interface AzureFirewall extends View {
  readonly networks: Members<VirtualNetwork>;
  readonly policy: Reference<Resource>;
  readonly dnsProxy: Truth;
  readonly privateAddress: Value;
  readonly rules: Members<FirewallPolicyRule>;
  /** Whether an address lies in the subnet that is reserved for this firewall. */
  mayHave(address: string): boolean;
}

export interface FirewallPolicyRule extends View {
  readonly kind: "network" | "application" | "nat";
  readonly name: Value;
  /** The name of its rule collection; absent where a rule is one itself. */
  readonly collection: Value;
  readonly action: Value;
  readonly priority: Value;
  readonly sources: readonly Value[];
  readonly destinations: readonly Value[];
  readonly ports: readonly Value[];
  /** Where a NAT rule leads to. */
  readonly translatedPort: Value;
  readonly protocols: readonly Value[];
  readonly spot: Spot;
}

export interface Perimeter extends View {
  readonly associations: Members<PerimeterAssociation>;
}

export interface PerimeterAssociation extends View {
  readonly target: Reference<Resource>;
  readonly mode: Value;
  readonly enforced: Truth;
  readonly inboundRules: Members<Resource>;
}

/** An address at which a load balancer or application gateway is asked. */
export interface Frontend extends View {
  readonly name: Value;
  readonly isPublic: Truth;
  readonly spot: Spot;
}

/** A load balancing rule, NAT pool or NAT rule. */
export interface ForwardingRule extends View {
  readonly balancer: Resource;
  /** What it is inside the balancer, unless it is a resource of its own. */
  readonly part?: { readonly collection: string; readonly name: Value };
  readonly backendPort: Value;
  /** Whether its frontend has a public address. */
  readonly isFromPublic: Truth;
  readonly spot: Spot;
  /** Whether it leads to one of these ports; a rule for all ports leads to each. */
  leadsTo(ports: Ports): Truth;
}

/** A site or slot of App Service with its access restrictions. */
export interface Site extends View {
  readonly service: Service;
  /** Public access is on, and the site does not lie in an environment with an internal load balancer. */
  readonly isOn: Truth;
  readonly main: AccessList;
  /** Those of the deployment site (SCM), which may share the main site's. */
  readonly deployment: AccessList;
}

/** Access restrictions as they work: by priority, then what holds for whom none names. */
export interface AccessList {
  readonly rules: readonly AccessRestriction[];
  readonly admitsUnmatched: Truth;
  /** What decides over those whom no rule names. */
  readonly unmatched: { readonly value: Value; readonly spot: Spot };
  /** Whoever has an address on the internet gets in, a refused handful aside. */
  readonly admitsEveryone: Truth;
}

export interface AccessRestriction {
  /** An address, a tag or a subnet's id. */
  readonly source: Value;
  readonly bySubnet: boolean;
  readonly isTag: Truth;
  readonly allows: Truth;
  readonly priority: Value;
  readonly hasHeaders: Truth;
  /** It asks for the id of one Front Door profile. */
  readonly hasFrontDoorId: Truth;
  readonly holds: Truth;
  readonly spot: Spot;
}

/** Where Front Door sends requests. */
export interface FrontDoorOrigin extends View {
  /** The site, account or service that answers. */
  readonly target: Resource;
  readonly hostName: Value;
  readonly spot: Spot;
  /** It goes there by private link. */
  readonly isPrivate: Truth;
}
