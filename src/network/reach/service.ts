import { Ports, serviceEndpoint } from "../../azure/index.ts";
import type { Span } from "../../source/index.ts";
import { all, isFalse, isString, isTrue, no, type Truth, unknown, yes } from "../../value/index.ts";
import type { Service } from "../service/view.ts";
import type { Party, Protocol, Subnet, VirtualNetwork } from "../view.ts";
import type { Views } from "../views.ts";
import { AlikeSubnets } from "./alike.ts";
import { AlikeNames } from "./alike-names.ts";
import { type Egress, egressOf, firewallSubnet, type PublicPacket, publicPacket } from "./egress.ts";
import { EndpointWays } from "./endpoint-way.ts";
import { along, either, fork, type Leg, leg, NO_STEPS } from "./leg.ts";
import { PairTable, remembered } from "./memo.ts";
import { NameResolution, type Resolution } from "./names.ts";
import { OnPremisesReach } from "./on-premises.ts";
import { isPrivateCluster, toPrivateCluster } from "./private-cluster.ts";
import { PrivateWays } from "./private-way.ts";
import { firewallSpan, foldRegion, PublicSide, spanOf } from "./public-side.ts";
import type { ReachPath } from "./view.ts";

const TCP: readonly Protocol[] = ["Tcp"];

type ToldApart = "nobody" | "named" | "any";

/** Reachability of PaaS instances from every kind of source. */
export class ServiceReach {
  readonly ways: PrivateWays;
  readonly onPremises: OnPremisesReach;
  readonly #views: Views;
  readonly #names: NameResolution;
  readonly #side: PublicSide;
  readonly #endpoints: EndpointWays;
  readonly #egress = new PairTable<Subnet, string, Egress>();
  readonly #packets = new Map<Service, { readonly packet: PublicPacket; readonly key: string }>();
  readonly #alikeNames: AlikeNames;
  readonly #alike: AlikeSubnets;
  readonly #answers = new PairTable<Subnet, string | undefined, Map<Service, Omit<Leg, "steps">>>();
  readonly #toldApart = new Map<Service, ToldApart>();
  constructor(views: Views) {
    this.#views = views;
    this.#alike = new AlikeSubnets(views.azureFirewalls);
    this.#alikeNames = new AlikeNames(views.azureFirewalls);
    this.#names = new NameResolution(views);
    this.#side = new PublicSide(views);
    this.ways = new PrivateWays(views);
    this.#endpoints = new EndpointWays(this.ways);
    this.onPremises = new OnPremisesReach(views, this.#names, this.ways, this.#side, this.#endpoints);
  }

  fromInternet(service: Service): Leg {
    return along("public", ...this.#side.switchOf(service), () => this.#side.admitsEveryone(service));
  }

  fromAnyAzure(service: Service): Leg {
    const { firewall } = service;
    return along("public", ...this.#side.switchOf(service), () =>
      either(
        "public",
        this.#side.admitsEveryone(service),
        leg(
          firewall.admitsAnyAzure,
          () => ({
            yes: `The rule 0.0.0.0 in the firewall of ${service.resource.address} admits every tenant's resources in Azure.`,
            no: `No rule of ${service.resource.address} admits Azure as a whole.`,
          }),
          () => firewallSpan(service),
        ),
      ),
    );
  }

  /** Undefined for a type that has no bypass. */
  fromTrusted(service: Service): Leg | undefined {
    const { firewall, resource } = service;
    if (!firewall.knowsTrusted) return undefined;
    const { bypass: stated } = firewall;
    const span = (): Span | undefined => (stated ? spanOf(stated.spot) : resource.span);
    const bypass = (): Leg =>
      either(
        "public",
        leg(
          firewall.bypassesTrusted,
          () => ({
            yes: `The firewall of ${resource.address} lets trusted Azure services past it.`,
            no: `The firewall of ${resource.address} makes no exception for trusted Azure services.`,
          }),
          span,
        ),
        this.#side.admitsEveryone(service),
      );
    const off = (): Leg =>
      leg(
        unknown(`whether trusted services get past public access that is off on ${resource.address}`),
        () => ({ yes: "Trusted services get in although public access is off.", no: "" }),
        span,
        "public",
      );
    return fork(
      firewall.isOn,
      () => ({
        yes: `Public network access to ${resource.address} is on.`,
        no: `Public network access to ${resource.address} is off.`,
      }),
      bypass,
      off,
      () => firewall.switch && spanOf(firewall.switch.spot),
    );
  }

  fromSubnet(subnet: Subnet, service: Service, group: string | undefined): Leg {
    const alike = this.#alike.of(subnet);
    if (alike !== subnet && !this.#isAnonymous(subnet, alike, service))
      return this.#fromSubnet(subnet, service, group);
    const ofGroup = this.#answers.get(alike, group, () => new Map());
    let made: Leg | undefined;
    const answer = remembered(ofGroup, service, () => {
      made = this.#fromSubnet(alike, service, group);
      return withoutSteps(made);
    });
    if (made && alike === subnet) return made;
    // The words are those of the subnet that is asked about; what they come to is the same.
    const steps: Leg["steps"] = (telling) => this.#fromSubnet(subnet, service, group).steps(telling);
    return { allowed: answer.allowed, path: answer.path, pathGiven: answer.pathGiven, steps };
  }

  /** Whether a service has no reason to tell two alike subnets apart. */
  #isAnonymous(subnet: Subnet, alike: Subnet, service: Service): boolean {
    const told = remembered(this.#toldApart, service, () => whomItTellsApart(service));
    return told === "nobody" || (told === "named" && !this.#side.names(service, subnet, alike));
  }

  #fromSubnet(subnet: Subnet, service: Service, group: string | undefined): Leg {
    if (isPrivateCluster(service)) return toPrivateCluster(subnet, service, this.#views, this.ways);
    if (isTrue(service.injected) && isFalse(service.firewall.isOn)) return this.#injected(subnet, service);
    const { dns } = subnet.network;
    const resolution = this.#names.resolve(service, group, dns.resolvers, dns.reachesAzureDns);
    return fork(
      resolution.toEndpoint,
      () => ({
        yes: `In ${subnet.network.resource.address} the name of ${service.resource.address} resolves to a private endpoint.`,
        no: publicNameText(subnet.network, service, resolution),
      }),
      () => this.#endpoints.fromSubnet(subnet, service, resolution),
      () => this.#withoutEndpoint(subnet, service, resolution),
    );
  }

  #withoutEndpoint(subnet: Subnet, service: Service, resolution: Resolution): Leg {
    const blocked = (): Leg =>
      leg(
        no(),
        () => ({
          yes: "",
          no: `A private zone linked to ${subnet.network.resource.address} answers for ${service.resource.address} without a record: the name does not exist there.`,
        }),
        subnet.network.resource.span,
      );
    const further = (): Leg => this.#byServiceEndpoint(subnet, service);
    if (isFalse(resolution.nowhere)) return further();
    return fork(
      resolution.nowhere,
      () => ({
        yes: `A linked zone holds no record for ${service.resource.address}.`,
        no: "No linked zone stands in the way.",
      }),
      blocked,
      further,
    );
  }

  #byServiceEndpoint(subnet: Subnet, service: Service): Leg {
    const name = service.serviceEndpoint;
    if (!name) return this.#publicFromSubnet(subnet, service);
    return fork(
      hasEndpointFor(name, subnet, service),
      () => ({
        yes: `${subnet.resource.address} has the service endpoint ${name}: ${service.resource.address} sees the subnet's private address.`,
        no: `${subnet.resource.address} has no service endpoint ${name}.`,
      }),
      () =>
        along(
          "service-endpoint",
          () =>
            this.ways.outbound(subnet, tagParty(service), Ports.of(...service.ports), TCP, tagName(service)),
          ...this.#side.switchOf(service),
          () => this.#side.admitsSubnet(subnet, service),
        ),
      () => this.#publicFromSubnet(subnet, service),
      () => subnet.resource.spanOf("properties.serviceEndpoints"),
    );
  }

  #publicFromSubnet(subnet: Subnet, service: Service): Leg {
    const egress = this.#egressOf(subnet, service);
    const admitted = (path: ReachPath, admits: () => Leg): Leg =>
      along(
        path,
        () =>
          this.ways.outbound(subnet, tagParty(service), Ports.of(...service.ports), TCP, tagName(service)),
        () => egress.leg,
        ...this.#side.switchOf(service),
        admits,
      );
    const asItLeaves = (): Leg => admitted("public", () => this.#side.admitsEgress(subnet, service, egress));
    const name = service.serviceEndpoint;
    const home = name && firewallSubnet(egress, this.#views);
    if (!home || isFalse(home.hasServiceEndpoint(name))) return asItLeaves();
    return fork(
      hasEndpointFor(name, home, service),
      () => ({
        yes: `${home.resource.address}, which a route sends it through, has the service endpoint ${name}: ${service.resource.address} sees a private address of that subnet.`,
        no: `${home.resource.address}, which a route sends it through, has no service endpoint ${name}.`,
      }),
      () => admitted("service-endpoint", () => this.#side.admitsSubnet(home, service)),
      asItLeaves,
      () => home.resource.spanOf("properties.serviceEndpoints"),
    );
  }

  /** The way out of a subnet is the same to services that its routes and the firewalls take for one another. */
  #egressOf(subnet: Subnet, service: Service): Egress {
    const { packet, key } = remembered(this.#packets, service, () => this.#packetTo(service));
    const told = isFalse(subnet.routeTable.isSet) ? "" : key;
    return this.#egress.get(subnet, told, () => egressOf(subnet, packet, this.#views));
  }

  #packetTo(service: Service) {
    const packet = publicPacket(service);
    return { packet, key: `${packet.tag}|${packet.ports}|${this.#alikeNames.of(packet.names)}` };
  }

  #injected(subnet: Subnet, service: Service): Leg {
    const homes = service.injectedInto;
    const ports = Ports.of(...service.ports);
    const ways = homes.seen.map(({ is: home }) =>
      along(
        "injected",
        () => this.#ownZone(subnet, service),
        () => this.ways.between(subnet, { subnet: home }, { ports }, TCP),
        () => this.ways.inbound({ kind: "subnet", subnet }, home, ports, TCP, subnet.resource.address),
      ),
    );
    if (ways.length > 0) return either("injected", ...ways);
    const truth = unknown(`in which subnet ${service.resource.address} lies`, service.resource.span);
    return leg(
      truth,
      () => ({ yes: "Its subnet can be reached.", no: "" }),
      service.resource.span,
      "injected",
    );
  }

  /** An injected service with a private name of its own needs its zone linked to the source's network. */
  #ownZone(subnet: Subnet, service: Service): Leg {
    const path = "properties.network.privateDnsZoneArmResourceId";
    const open: Leg = { allowed: yes(), path: null, steps: NO_STEPS };
    if (!/\/flexibleservers$/i.test(service.resource.type)) return open;
    const zone = this.#views.reference(service.resource, path, "Microsoft.Network/privateDnsZones", (found) =>
      this.#views.privateZone(found),
    );
    if (!isTrue(zone.isSet)) return open;
    const { resolvers, reachesAzureDns } = subnet.network.dns;
    const linked = all(
      reachesAzureDns,
      zone.to.some((one) => resolvers.some((network) => one.isLinkedTo(network))),
    );
    return leg(
      linked,
      () => ({
        yes: `The zone of ${service.resource.address} is linked where ${subnet.network.resource.address} asks.`,
        no: `The zone of ${service.resource.address} is not linked to ${subnet.network.resource.address}, so its name does not resolve there.`,
      }),
      service.resource.spanOf(path),
    );
  }
}

/** Which of otherwise alike subnets a service tells apart: those that its network rules name, or any of them. */
function whomItTellsApart(service: Service): ToldApart {
  const homes = service.privateEndpoints.seen.flatMap(({ is }) => [...is.endpoint.subnet.to]);
  const isPlain =
    isFalse(service.injected) &&
    homes.every((home) => isFalse(home.endpointPolicies.nsg) || !home.nsg.to.size);
  if (!isPlain) return "any";
  return service.firewall.networkRules.size === 0 ? "nobody" : "named";
}

/** What is kept of an answer: the steps hold on to everything on the way, and are made again for those who want to read them. */
function withoutSteps({ allowed, path, pathGiven }: Leg): Omit<Leg, "steps"> {
  return { allowed, path, pathGiven };
}

function publicNameText(network: VirtualNetwork, service: Service, resolution: Resolution): string {
  const what = `In ${network.resource.address} the name of ${service.resource.address} resolves to its public address`;
  return resolution.endpoints.length === 0
    ? `${what}: it has no private endpoint for this.`
    : `${what}: no zone that is linked there leads to its private endpoint.`;
}

function tagName(service: Service): string {
  return (service.serviceEndpoint && serviceEndpoint(service.serviceEndpoint)?.serviceTag) ?? "AzureCloud";
}

function tagParty(service: Service): Party {
  return { kind: "tag", tag: tagName(service) };
}

function hasEndpointFor(name: string, subnet: Subnet, service: Service): Truth {
  const here = serviceEndpoint(name)?.sameRegionOnly ? sameRegion(subnet, service) : yes();
  return all(subnet.hasServiceEndpoint(name), here);
}

function sameRegion(subnet: Subnet, service: Service): Truth {
  const [a, b] = [subnet.network.location, service.location];
  return isString(a) && isString(b) ? (foldRegion(a.value) === foldRegion(b.value) ? yes() : no()) : yes();
}
