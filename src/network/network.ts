import type { Graph, Resource } from "../model/index.ts";
import type { Truth } from "../value/index.ts";
import type { Reachability } from "./reach/reach.ts";
import type { Service } from "./service/view.ts";
import type { NetworkSettings } from "./settings.ts";
import type {
  AzureFirewall,
  ForwardingRule,
  FrontDoorOrigin,
  Frontend,
  Gateway,
  NetworkInterface,
  Nsg,
  OnPremises,
  Perimeter,
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
} from "./view.ts";

/** The network of one evaluated stack: typed views over its graph, each made when it is first asked for. */
export interface Network {
  readonly graph: Graph;
  readonly settings: NetworkSettings;
  readonly virtualNetworks: readonly VirtualNetwork[];
  readonly subnets: readonly Subnet[];
  readonly nsgs: readonly Nsg[];
  readonly routeTables: readonly RouteTable[];
  /** A route for each next hop: one stands for all that lead to the same address. */
  readonly hops: readonly Route[];
  readonly privateEndpoints: readonly PrivateEndpoint[];
  readonly privateZones: readonly PrivateZone[];
  /** Every PaaS instance of a type in the public-access catalogue. */
  readonly services: readonly Service[];
  readonly interfaces: readonly NetworkInterface[];
  /** Every service that names a subnet to lie in. */
  readonly placements: readonly Placement[];
  readonly publicAddresses: readonly PublicAddress[];
  readonly gateways: readonly Gateway[];
  readonly azureFirewalls: readonly AzureFirewall[];
  readonly perimeters: readonly Perimeter[];
  /** Addresses at which load balancers and application gateways are asked. */
  readonly frontends: readonly Frontend[];
  readonly forwardingRules: readonly ForwardingRule[];
  readonly sites: readonly Site[];
  readonly frontDoorOrigins: readonly FrontDoorOrigin[];
  readonly onPremises: OnPremises;

  /** Who reaches what. */
  readonly reach: Reachability;

  /** Services of which nobody can tell in which subnet they lie. */
  readonly lostPlacements: readonly Placement[];

  serviceOf(resource: Resource): Service | undefined;
  /** Every instance that a service endpoint leads to. */
  servicesBehind(endpoint: ServiceEndpoint): readonly Service[];
  subnetOf(resource: Resource): Subnet | undefined;
  virtualNetworkOf(resource: Resource): VirtualNetwork | undefined;
  /** Unknown where a module that nobody can look into was handed one of these, and could make things for it; else false. */
  mayBeExtended(...resources: readonly Resource[]): Truth;
  /** Whether the stack hands its id or name out: others may use it. */
  isOutput(resource: Resource): boolean;
}
