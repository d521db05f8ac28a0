import type { Graph, Resource } from "../model/index.ts";
import type { Truth, Value } from "../value/index.ts";
import type { Members, Reference } from "./members.ts";
import type { Service } from "./service/view.ts";
import type { NetworkSettings } from "./settings.ts";
import type {
  AzureFirewall,
  EndpointConnection,
  Gateway,
  NetworkInterface,
  Nsg,
  Occupant,
  OnPremises,
  Peering,
  PerimeterAssociation,
  Placement,
  PrivateEndpoint,
  PrivateZone,
  RouteTable,
  Subnet,
  VirtualNetwork,
  ZoneLink,
  ZoneRecord,
} from "./view.ts";
import type { HubConnection } from "./virtual-hub.ts";

/**
 * What views ask of the network they belong to: other views, one for each resource, and indexes of who refers to whom. Not part of
 * the public interface.
 */
export interface Views {
  readonly graph: Graph;
  readonly settings: NetworkSettings;
  readonly onPremises: OnPremises;
  readonly azureFirewalls: readonly AzureFirewall[];
  readonly gateways: readonly Gateway[];
  readonly privateEndpoints: readonly PrivateEndpoint[];
  readonly privateZones: readonly PrivateZone[];
  readonly virtualNetworks: readonly VirtualNetwork[];
  /** Peerings of which nobody can tell in which network they lie. */
  readonly strayPeerings: readonly Resource[];
  readonly subnets: readonly Subnet[];
  readonly interfaces: readonly NetworkInterface[];
  readonly placements: readonly Placement[];
  readonly services: readonly Service[];

  /** Networks connected to each virtual hub. */
  readonly hubs: ReadonlyMap<Resource, Members<HubConnection>>;

  virtualNetwork(resource: Resource): VirtualNetwork | undefined;
  subnet(resource: Resource): Subnet | undefined;
  nsg(resource: Resource): Nsg | undefined;
  routeTable(resource: Resource): RouteTable | undefined;
  privateEndpoint(resource: Resource): PrivateEndpoint | undefined;
  privateZone(resource: Resource): PrivateZone | undefined;
  networkInterface(resource: Resource): NetworkInterface | undefined;
  service(resource: Resource): Service | undefined;
  azureFirewall(resource: Resource): AzureFirewall | undefined;

  /** A property that holds the id of a resource of some type. */
  reference<V>(
    resource: Resource,
    path: string,
    type: string | undefined,
    view: (found: Resource) => V | undefined,
  ): Reference<V>;
  follow<V>(value: Value, type: string | undefined, view: (found: Resource) => V | undefined): Reference<V>;

  /** Unknown where an opaque module was handed one of these; else false. */
  mayBeExtended(...resources: readonly Resource[]): Truth;
  /** Whether the stack hands it on: an output, or a module that nobody can look into. */
  isHandedOut(resource: Resource): Truth;

  peeringsFrom(network: Resource): Members<Peering>;
  linksOf(zone: Resource): Members<ZoneLink>;
  linksTo(network: Resource): Members<ZoneLink>;
  recordsOf(endpoint: Resource): Members<ZoneRecord>;
  connectionsTo(target: Resource): Members<EndpointConnection>;
  endpointsOfZone(zone: Resource): Members<PrivateEndpoint>;
  occupantsOf(subnet: Resource): Members<Occupant>;
  associationsOf(target: Resource): Members<PerimeterAssociation>;
  subnetsUsing(what: "nsg" | "routeTable", resource: Resource): Members<Subnet>;
  interfacesUsing(nsg: Resource): Members<NetworkInterface>;
  /** Firewalls, interfaces and load balancers that write an address down as their own. */
  writersOf(address: string): readonly Resource[];
  interfacesOfMachine(machine: Resource): readonly NetworkInterface[] | undefined;
  /** Unknown where subnets or interfaces are given something made from the resource that nobody can follow; else false. */
  openlyAttached(resource: Resource): Truth;
}
