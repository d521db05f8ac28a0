import { privateLinkGroup, privateLinkService } from "../azure/index.ts";
import { type Graph, type Resource, sameType } from "../model/index.ts";
import { any, isString, keyOf, no, type Truth, unknown, type Value } from "../value/index.ts";
import { AzureFirewallView } from "./azure-firewall.ts";
import { APPLICATION_GATEWAY, forwardingRulesOf, frontendsOf, LOAD_BALANCER } from "./forwarding.ts";
import { frontDoorOrigins } from "./front-door.ts";
import { GATEWAY_TYPES, GatewayView } from "./gateway.ts";
import { Indexes, type OpenConnection } from "./indexes.ts";
import { holdsInterfaces, INTERFACE_TYPES, NetworkInterfaceView } from "./interface.ts";
import { answerOnce } from "./lazy.ts";
import { Members, type Reference } from "./members.ts";
import { mentions } from "./mentions.ts";
import type { Network } from "./network.ts";
import { NsgView } from "./nsg/nsg-view.ts";
import { OnPremisesView } from "./on-premises.ts";
import { PERIMETER, PerimeterView } from "./perimeter.ts";
import { placementsIn } from "./placement.ts";
import { PRIVATE_ZONE, PrivateEndpointView } from "./private-endpoint.ts";
import { PrivateZoneView } from "./private-zone.ts";
import { PublicAddressView } from "./public-address.ts";
import { Reachability } from "./reach/reach.ts";
import { follows } from "./reading.ts";
import { RouteTableView } from "./route-table.ts";
import { serviceView } from "./service/service-view.ts";
import type { Service } from "./service/view.ts";
import type { NetworkSettings } from "./settings.ts";
import { isSite, SiteView } from "./site.ts";
import { outside, SubnetView } from "./subnet.ts";
import type {
  AzureFirewall,
  EndpointConnection,
  ForwardingRule,
  FrontDoorOrigin,
  Frontend,
  Gateway,
  NetworkInterface,
  Nsg,
  Occupant,
  OnPremises,
  Peering,
  Perimeter,
  PerimeterAssociation,
  Placement,
  PrivateEndpoint,
  PrivateZone,
  PublicAddress,
  Route,
  RouteTable,
  ServiceEndpoint,
  Site,
  Subnet,
  VirtualNetwork,
  ZoneLink,
  ZoneRecord,
} from "./view.ts";
import type { Views } from "./views.ts";
import { connectionsByHub, type HubConnection } from "./virtual-hub.ts";
import { PeeringView, VIRTUAL_NETWORK, VirtualNetworkView } from "./virtual-network.ts";

/** The network of one evaluated stack. Nothing is read before it is asked for; every index is made once. */
export function buildNetwork(graph: Graph, settings: NetworkSettings): Network {
  return new StackNetwork(graph, settings);
}

/** A table of views, one for each resource. */
function table<V>(make: (resource: Resource) => V): (resource: Resource) => V {
  const made = new Map<Resource, V>();
  return (resource) => {
    const known = made.get(resource);
    if (known !== undefined || made.has(resource)) return known as V;
    const view = make(resource);
    made.set(resource, view);
    return view;
  };
}

/** Types mostly come in their official casing. */
function isOf(resource: Resource, type: string): boolean {
  return resource.type === type || sameType(resource.type, type);
}

const SUBNET = `${VIRTUAL_NETWORK}/subnets`;
const PEERING = `${VIRTUAL_NETWORK}/virtualNetworkPeerings`;

class StackNetwork implements Network, Views {
  readonly graph: Graph;
  readonly settings: NetworkSettings;
  readonly #indexes = new Indexes(this);
  readonly #networkOf = table((resource) => new VirtualNetworkView(resource, this));
  readonly #subnetOf = table((resource): Subnet | undefined => {
    const network = resource.parent && this.virtualNetwork(resource.parent);
    return network && new SubnetView(resource, network, this);
  });
  readonly #nsgOf = table((resource) => new NsgView(resource, this));
  readonly #routeTableOf = table((resource) => new RouteTableView(resource, this));
  readonly #endpointOf = table((resource) => new PrivateEndpointView(resource, this));
  readonly #zoneOf = table((resource) => new PrivateZoneView(resource, this));
  readonly #interfaceOf = table((resource) => new NetworkInterfaceView(resource, this));
  readonly #firewallOf = table((resource) => new AzureFirewallView(resource, this));
  readonly #gatewayOf = table((resource) => new GatewayView(resource, this));
  readonly #serviceOf = table((resource) => serviceView(resource, this));

  constructor(graph: Graph, settings: NetworkSettings) {
    this.graph = graph;
    this.settings = settings;
  }

  get strayPeerings(): readonly Resource[] {
    return this.graph
      .ofType(PEERING)
      .filter(({ parent }) => !parent || (parent.mode === "existing" && isExpression(parent.name)));
  }

  get virtualNetworks(): readonly VirtualNetwork[] {
    return this.graph.ofType(VIRTUAL_NETWORK).map(this.#networkOf);
  }

  get subnets(): readonly Subnet[] {
    return this.graph
      .ofType(SUBNET)
      .map(this.#subnetOf)
      .filter((subnet) => subnet !== undefined);
  }

  get nsgs(): readonly Nsg[] {
    return this.graph.ofType("Microsoft.Network/networkSecurityGroups").map(this.#nsgOf);
  }

  get routeTables(): readonly RouteTable[] {
    return this.graph.ofType("Microsoft.Network/routeTables").map(this.#routeTableOf);
  }

  get privateEndpoints(): readonly PrivateEndpoint[] {
    return this.graph.ofType("Microsoft.Network/privateEndpoints").map(this.#endpointOf);
  }

  get privateZones(): readonly PrivateZone[] {
    return this.graph.ofType(PRIVATE_ZONE).map(this.#zoneOf);
  }

  get services(): readonly Service[] {
    return this.graph.resources.map(this.#serviceOf).filter((service) => service !== undefined);
  }

  get interfaces(): readonly NetworkInterface[] {
    return INTERFACE_TYPES.flatMap((type) => this.graph.ofType(type))
      .filter(holdsInterfaces)
      .map(this.#interfaceOf);
  }

  get placements(): readonly Placement[] {
    return placementsIn(this);
  }

  get lostPlacements(): readonly Placement[] {
    return this.placements.filter(({ subnet: { to } }) => to.more.kind !== "decided");
  }

  get publicAddresses(): readonly PublicAddress[] {
    return this.graph
      .ofType("Microsoft.Network/publicIPAddresses")
      .map((resource) => new PublicAddressView(resource, this));
  }

  get gateways(): readonly Gateway[] {
    return [...GATEWAY_TYPES.keys()]
      .flatMap((type) => this.graph.ofType(type))
      .filter(({ mode }) => mode === "declared")
      .map(this.#gatewayOf);
  }

  get azureFirewalls(): readonly AzureFirewall[] {
    return this.graph.ofType("Microsoft.Network/azureFirewalls").map(this.#firewallOf);
  }

  get perimeters(): readonly Perimeter[] {
    return this.graph.ofType(PERIMETER).map((resource) => new PerimeterView(resource, this));
  }

  get frontends(): readonly Frontend[] {
    return [LOAD_BALANCER, APPLICATION_GATEWAY].flatMap((type) =>
      this.graph.ofType(type).flatMap(frontendsOf),
    );
  }

  get forwardingRules(): readonly ForwardingRule[] {
    return this.graph.ofType(LOAD_BALANCER).flatMap(forwardingRulesOf);
  }

  get sites(): readonly Site[] {
    return this.services
      .filter(({ resource }) => isSite(resource))
      .map((service) => new SiteView(service, this));
  }

  get frontDoorOrigins(): readonly FrontDoorOrigin[] {
    return frontDoorOrigins(
      this.graph,
      this.services.map(({ resource }) => resource),
    );
  }

  get onPremises(): OnPremises {
    return new OnPremisesView(this);
  }

  get reach(): Reachability {
    return new Reachability(this);
  }

  get hubs(): ReadonlyMap<Resource, Members<HubConnection>> {
    return connectionsByHub(this);
  }

  virtualNetwork(resource: Resource): VirtualNetwork | undefined {
    return isOf(resource, VIRTUAL_NETWORK) ? this.#networkOf(resource) : undefined;
  }

  virtualNetworkOf(resource: Resource): VirtualNetwork | undefined {
    return this.virtualNetwork(resource);
  }

  subnet(resource: Resource): Subnet | undefined {
    return isOf(resource, SUBNET) ? this.#subnetOf(resource) : undefined;
  }

  subnetOf(resource: Resource): Subnet | undefined {
    return this.subnet(resource);
  }

  nsg(resource: Resource): Nsg | undefined {
    return isOf(resource, "Microsoft.Network/networkSecurityGroups") ? this.#nsgOf(resource) : undefined;
  }

  routeTable(resource: Resource): RouteTable | undefined {
    return isOf(resource, "Microsoft.Network/routeTables") ? this.#routeTableOf(resource) : undefined;
  }

  privateEndpoint(resource: Resource): PrivateEndpoint | undefined {
    return isOf(resource, "Microsoft.Network/privateEndpoints") ? this.#endpointOf(resource) : undefined;
  }

  privateZone(resource: Resource): PrivateZone | undefined {
    return isOf(resource, PRIVATE_ZONE) ? this.#zoneOf(resource) : undefined;
  }

  networkInterface(resource: Resource): NetworkInterface | undefined {
    return INTERFACE_TYPES.includes(resource.type.toLowerCase()) ? this.#interfaceOf(resource) : undefined;
  }

  azureFirewall(resource: Resource): AzureFirewall | undefined {
    return isOf(resource, "Microsoft.Network/azureFirewalls") ? this.#firewallOf(resource) : undefined;
  }

  service(resource: Resource): Service | undefined {
    return this.#serviceOf(resource);
  }

  serviceOf(resource: Resource): Service | undefined {
    return this.#serviceOf(resource);
  }

  follow<V>(value: Value, type: string | undefined, view: (found: Resource) => V | undefined): Reference<V> {
    return follows(this.graph, value, type, view);
  }

  reference<V>(
    resource: Resource,
    path: string,
    type: string | undefined,
    view: (found: Resource) => V | undefined,
  ): Reference<V> {
    return follows(this.graph, resource.get(path), type, view);
  }

  mayBeExtended(...resources: readonly Resource[]): Truth {
    const { handed } = this.#indexes;
    return handed.isNothing ? no() : any(...resources.map((resource) => handed.toModule(resource)));
  }

  isOutput(resource: Resource): boolean {
    return this.#indexes.handed.byOutput(resource);
  }

  isHandedOut(resource: Resource): Truth {
    if (this.isOutput(resource))
      return unknown(`who uses ${resource.address}, which is an output`, resource.span);
    return this.#indexes.handed.toModule(resource);
  }

  peeringsFrom(network: Resource): Members<Peering> {
    const local = this.#networkOf(network);
    const peerings = network.children.filter((child) => isOf(child, PEERING));
    return new Members(
      peerings.map((resource) => ({ is: this.#peeringOf(resource, local), holds: resource.exists })),
      any(outside(network), this.mayBeExtended(network)),
    );
  }

  readonly #peerings = new Map<Resource, Peering>();

  #peeringOf(resource: Resource, local: VirtualNetwork): Peering {
    const known = this.#peerings.get(resource);
    if (known) return known;
    const made = new PeeringView(resource, local, this);
    this.#peerings.set(resource, made);
    return made;
  }

  linksOf(zone: Resource): Members<ZoneLink> {
    const seen = this.#indexes.linksByZone.get(zone) ?? [];
    return new Members(seen, any(outside(zone), this.mayBeExtended(zone)));
  }

  linksTo(network: Resource): Members<ZoneLink> {
    const seen = this.#indexes.linksByNetwork.get(network) ?? [];
    return new Members(
      seen,
      any(outside(network), this.mayBeExtended(network), this.#indexes.linksToUnknown),
    );
  }

  recordsOf(endpoint: Resource): Members<ZoneRecord> {
    const seen = this.#indexes.recordsByEndpoint.byOwner.get(endpoint) ?? [];
    return new Members(seen, any(...this.#indexes.recordsByEndpoint.unknown));
  }

  connectionsTo(target: Resource): Members<EndpointConnection> {
    const slot = sameType(target.type, SLOT) && target.parent ? target : undefined;
    const all_ = this.#connectionsOf(slot?.parent ?? target);
    if (!slot && !sameType(target.type, SITE)) return all_;
    const own = all_.seen.filter(({ is }) => meansSlot(is, slot));
    const direct = slot ? this.#connectionsOf(slot).seen : [];
    return new Members([...own, ...direct], all_.more);
  }

  #connectionsOf(target: Resource): Members<EndpointConnection> {
    const { byTarget, unknown: open } = this.#indexes.connections;
    const doubtful = open.filter((one) => mayMean(one, target)).map(({ doubt }) => doubt);
    return new Members(
      byTarget.get(target) ?? [],
      any(outside(target), this.mayBeExtended(target), ...doubtful),
    );
  }

  endpointsOfZone(zone: Resource): Members<PrivateEndpoint> {
    const seen = this.#indexes.endpointsByZone.get(zone) ?? [];
    return new Members(seen, any(outside(zone), this.mayBeExtended(zone)));
  }

  occupantsOf(subnet: Resource): Members<Occupant> {
    const seen = this.#indexes.occupants.get(subnet) ?? [];
    // What may lie here is among the seen ones then, with its doubt: it is no further one.
    const open = this.#indexes.openOccupants.filter(
      ({ resource, value }) =>
        mentions(value, subnet) && !seen.some(({ is: occupant }) => occupant.resource === resource),
    );
    return new Members(seen, any(outside(subnet), ...open.map(({ doubt }) => doubt)));
  }

  associationsOf(target: Resource): Members<PerimeterAssociation> {
    return new Members(this.#indexes.associations.get(target) ?? []);
  }

  subnetsUsing(what: "nsg" | "routeTable", resource: Resource): Members<Subnet> {
    return new Members(this.#indexes.attachments[what].get(resource) ?? []);
  }

  interfacesUsing(nsg: Resource): Members<NetworkInterface> {
    return new Members(this.#indexes.guarded.get(nsg) ?? []);
  }

  writersOf(address: string): readonly Resource[] {
    return this.#indexes.writersByAddress.get(address.toLowerCase()) ?? [];
  }

  get hops(): readonly Route[] {
    const hops = new Map<string, Route>();
    for (const { routes } of this.routeTables) {
      for (const route of routes) {
        const key = keyOf(route.nextHopAddress);
        if (!hops.has(key)) hops.set(key, route);
      }
    }
    return [...hops.values()];
  }

  interfacesOfMachine(machine: Resource): readonly NetworkInterface[] | undefined {
    return this.#indexes.interfacesByMachine.get(machine);
  }

  servicesBehind({ service }: ServiceEndpoint): readonly Service[] {
    const name = isString(service) ? service.value.toLowerCase().replace(/\.global$/, "") : "";
    return this.#indexes.servicesByEndpoint.get(name) ?? [];
  }

  openlyAttached(resource: Resource): Truth {
    const mayMeanIt = (value: Value): boolean =>
      this.graph
        .targetsOf(value, resource.type)
        .some(({ target }) => target.kind === "unknown" && target.candidates?.includes(resource));
    const made = this.#indexes.openAttachments.filter(
      ({ value }) => mentions(value, resource) || mayMeanIt(value),
    );
    return any(...made.map(({ doubt }) => doubt));
  }
}
answerOnce(StackNetwork);

const SITE = "Microsoft.Web/sites";
const SLOT = "Microsoft.Web/sites/slots";

/** A site's endpoints are told apart by their group: `sites` is the site, `sites-staging` its slot. */
function meansSlot({ groupIds }: EndpointConnection, slot: Resource | undefined): boolean {
  const [id] = groupIds;
  if (!id || !isString(id)) return slot === undefined;
  const group = id.value.toLowerCase();
  if (!slot) return !group.startsWith("sites-");
  return isString(slot.name) && group === `sites-${slot.name.value.toLowerCase()}`;
}

/** A name that is neither known nor an input of the stack, which names something outside of it. */
function isExpression(name: Value): boolean {
  return !isString(name) && !(name.kind === "symbol" && name.reason === "input");
}

/**
 * Whether a connection whose target cannot be told may lead to this resource: it must take the connection's group. An input of the
 * stack without a value names something that exists before the stack does, so never a resource of it.
 */
function mayMean({ connection, value }: OpenConnection, target: Resource): boolean {
  if (value.kind === "symbol" && value.reason === "input") return false;
  const service = privateLinkService(target.type);
  if (!service) return false;
  return connection.groupIds.every(
    (id) => !isString(id) || privateLinkGroup(service, id.value) !== undefined,
  );
}
