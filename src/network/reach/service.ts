import { Ports, PUBLIC, Ranges, serviceEndpoint } from "../../azure/index.ts";
import type { Span } from "../../source/index.ts";
import {
  all,
  any,
  describe,
  is,
  isFalse,
  isString,
  isTrue,
  no,
  not,
  type Truth,
  unknown,
  yes,
} from "../../value/index.ts";
import type { AddressRule, Service } from "../service/view.ts";
import type { EndpointConnection, Party, Protocol, Subnet, VirtualNetwork } from "../view.ts";
import type { Views } from "../views.ts";
import { AlikeSubnets } from "./alike.ts";
import { type Egress, egressOf, firewallBehind, namesEgress } from "./egress.ts";
import { along, either, fork, type Leg, leg, NO_STEPS } from "./leg.ts";
import { PairTable, remembered } from "./memo.ts";
import { NameResolution, type Resolution } from "./names.ts";
import { isPrivateCluster, toPrivateCluster } from "./private-cluster.ts";
import { bestRoute, PrivateWays } from "./private-way.ts";

const TCP: readonly Protocol[] = ["Tcp"];

/** Reachability of PaaS instances from every kind of source. */
export class ServiceReach {
  readonly names: NameResolution;
  readonly ways: PrivateWays;
  readonly #views: Views;
  readonly #egress = new PairTable<Subnet, Service, Egress>();
  readonly #alike = new AlikeSubnets();
  readonly #answers = new PairTable<Subnet, string, Leg>();
  readonly #anonymous = new Map<Service, boolean>();
  readonly #sides = new Map<Service, readonly Leg[]>();
  readonly #everyone = new Map<Service, Leg>();
  readonly #direct = new Map<Subnet, Egress>();
  readonly #subnetsAdmitted = new Map<Service, Map<Subnet, Truth>>();

  constructor(views: Views) {
    this.#views = views;
    this.names = new NameResolution(views);
    this.ways = new PrivateWays(views, (route) => firewallBehind(route, views));
  }

  fromInternet(service: Service): Leg {
    return along("public", ...this.#publicSide(service), () => this.#admitsInternet(service));
  }

  fromAnyAzure(service: Service): Leg {
    const { firewall } = service;
    return along("public", ...this.#publicSide(service), () =>
      either(
        "public",
        this.#admitsInternet(service),
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
        this.#admitsInternet(service),
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

  fromOnPremises(service: Service, group: string | undefined): Leg {
    const { onPremises } = this.#views;
    const { forwarders } = onPremises;
    if (isTrue(service.injected)) return this.#injectedFromOnPremises(service);
    const reaches = forwarders.some();
    const resolution = this.names.resolve(service, group, forwarders, reaches);
    return fork(
      resolution.toEndpoint,
      () => ({
        yes: `On-premises resolves the name of ${service.resource.address} to a private endpoint, through a forwarder in a linked network.`,
        no:
          resolution.endpoints.length === 0
            ? `On-premises resolves the public name of ${service.resource.address}: it has no private endpoint for this.`
            : `On-premises resolves the public name of ${service.resource.address}: nothing forwards its queries to a network that is linked to the endpoint's zone.`,
      }),
      () => this.#endpointsFromOnPremises(resolution, service),
      () => this.#publicFromOnPremises(service),
    );
  }

  fromSubnet(subnet: Subnet, service: Service, group: string | undefined): Leg {
    const alike = this.#alike.of(subnet);
    if (alike === subnet || !this.#isAnonymous(subnet, alike, service))
      return this.#fromSubnet(subnet, service, group);
    const key = `${service.resource.address}|${group ?? ""}`;
    const answer = this.#answers.get(alike, key, () => this.#fromSubnet(alike, service, group));
    // The words are those of the subnet that is asked about; what they come to is the same.
    return { ...answer, steps: () => this.#fromSubnet(subnet, service, group).steps() };
  }

  /** Whether a service has no reason to tell two alike subnets apart. */
  #isAnonymous(subnet: Subnet, alike: Subnet, service: Service): boolean {
    const plain = remembered(this.#anonymous, service, () => {
      const homes = service.privateEndpoints.seen.flatMap(({ is }) => [...is.endpoint.subnet.to]);
      return (
        isFalse(service.injected) &&
        homes.every((home) => isFalse(home.endpointPolicies.nsg) || !home.nsg.to.size)
      );
    });
    if (!plain) return false;
    if (service.firewall.networkRules.size === 0) return true;
    this.#namedInRules(service, subnet);
    const named = this.#subnetsAdmitted.get(service);
    return !named?.has(subnet) && !named?.has(alike);
  }

  #fromSubnet(subnet: Subnet, service: Service, group: string | undefined): Leg {
    if (isPrivateCluster(service)) return toPrivateCluster(subnet, service, this.#views, this.ways);
    if (isTrue(service.injected) && isFalse(service.firewall.isOn)) return this.#injected(subnet, service);
    const { dns } = subnet.network;
    const resolution = this.names.resolve(service, group, dns.resolvers, dns.reachesAzureDns);
    return fork(
      resolution.toEndpoint,
      () => ({
        yes: `In ${subnet.network.resource.address} the name of ${service.resource.address} resolves to a private endpoint.`,
        no: publicNameText(subnet.network, service, resolution),
      }),
      () => this.#throughEndpoint(subnet, service, resolution),
      () => this.#withoutEndpoint(subnet, service, resolution),
    );
  }

  #throughEndpoint(subnet: Subnet, service: Service, resolution: Resolution): Leg {
    const ways = resolution.endpoints
      .filter(({ holds }) => !isFalse(holds))
      .map(({ connection, holds }) => {
        const way = this.#toEndpoint(subnet, service, connection);
        return isTrue(holds) ? way : { ...way, allowed: all(holds, way.allowed) };
      });
    if (ways.length === 0) {
      const truth = unknown(`which private endpoint ${service.resource.address} has`, service.resource.span);
      return leg(
        truth,
        () => ({ yes: "A private endpoint that is not in this code leads there.", no: "" }),
        undefined,
        "private-endpoint",
      );
    }
    return along(
      "private-endpoint",
      () => this.#platformDns(subnet),
      () => either("private-endpoint", ...ways),
    );
  }

  #toEndpoint(subnet: Subnet, service: Service, connection: EndpointConnection): Leg {
    const { endpoint } = connection;
    const ports = Ports.of(...service.ports);
    const legs = endpoint.subnet.to.seen.map(({ is: home }) => {
      const guarded = home.endpointPolicies.nsg;
      return along(
        "private-endpoint",
        () => this.ways.between(subnet, home, ports, TCP),
        () => this.#routed(subnet, home),
        () => {
          if (isFalse(guarded)) return { allowed: yes(), path: null, steps: NO_STEPS };
          const inbound = this.ways.inbound(
            { kind: "subnet", subnet },
            home,
            ports,
            TCP,
            subnet.resource.address,
          );
          return { ...inbound, allowed: any(not(guarded), inbound.allowed) };
        },
        () => this.#approved(connection),
      );
    });
    if (legs.length > 0) return either("private-endpoint", ...legs);
    const truth = unknown(`in which subnet ${endpoint.resource.address} lies`, endpoint.resource.span);
    return leg(
      truth,
      () => ({ yes: "The endpoint's subnet can be reached.", no: "" }),
      endpoint.resource.span,
      "private-endpoint",
    );
  }

  #approved(connection: EndpointConnection): Leg {
    if (!connection.manual) return { allowed: yes(), path: null, steps: NO_STEPS };
    return leg(
      unknown(
        `whether the manual connection of ${connection.endpoint.resource.address} gets approved`,
        connection.endpoint.resource.span,
      ),
      () => ({ yes: "The connection is approved.", no: "" }),
      spanOf(connection.spot),
    );
  }

  /** With route policy on, a route at least as long as the network's own prefix takes over from the endpoint's /32. */
  #routed(subnet: Subnet, home: Subnet): Leg {
    const open: Leg = { allowed: yes(), path: null, steps: NO_STEPS };
    if (isFalse(home.endpointPolicies.routes)) return open;
    const route = bestRoute(subnet, home.prefixes.known);
    if (!route || !isString(route.nextHop)) return open;
    const drops = route.nextHop.value.toLowerCase() === "none";
    if (!drops || (isString(route.prefix) && route.prefix.value.trim() === "0.0.0.0/0")) return open;
    return leg(
      not(home.endpointPolicies.routes),
      () => ({
        yes: "",
        no: `The route ${route.resource.address} drops what goes to the endpoint's subnet.`,
      }),
      route.resource.span,
    );
  }

  /** A rule that denies the tag of Azure's DNS switches it off; no other rule does. */
  #platformDns(subnet: Subnet): Leg {
    const denies = any(
      ...[...subnet.nsg.to].map((nsg) =>
        nsg.rules.some((rule) =>
          all(
            is(rule.direction, "Outbound"),
            is(rule.access, "Deny"),
            any(...rule.destinations.map((value) => is(value, "AzurePlatformDNS"))),
          ),
        ),
      ),
    );
    if (isFalse(denies)) return { allowed: yes(), path: null, steps: NO_STEPS };
    return leg(
      not(denies),
      () => ({
        yes: "Azure's DNS answers.",
        no: `The security group of ${subnet.resource.address} denies AzurePlatformDNS, so no private name resolves.`,
      }),
      subnet.resource.span,
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
    const entry = serviceEndpoint(name);
    const has = all(
      subnet.hasServiceEndpoint(name),
      entry?.sameRegionOnly ? sameRegion(subnet, service) : yes(),
    );
    return fork(
      has,
      () => ({
        yes: `${subnet.resource.address} has the service endpoint ${name}: ${service.resource.address} sees the subnet's private address.`,
        no: `${subnet.resource.address} has no service endpoint ${name}.`,
      }),
      () =>
        along(
          "service-endpoint",
          () =>
            this.ways.outbound(subnet, tagParty(service), Ports.of(...service.ports), TCP, tagName(service)),
          ...this.#publicSide(service),
          () => this.#admitsSubnet(subnet, service),
        ),
      () => this.#publicFromSubnet(subnet, service),
      () => subnet.resource.spanOf("properties.serviceEndpoints"),
    );
  }

  #admitsSubnet(subnet: Subnet, service: Service): Leg {
    const { firewall, resource } = service;
    const named = this.#namedInRules(service, subnet);
    return either(
      "service-endpoint",
      leg(
        firewall.admitsByDefault,
        () => ({
          yes: `The firewall of ${resource.address} admits everyone.`,
          no: `The firewall of ${resource.address} refuses whom no rule names.`,
        }),
        () => firewallSpan(service),
      ),
      leg(
        named,
        () => ({
          yes: `A network rule of ${resource.address} admits ${subnet.resource.address}.`,
          no: `No network rule of ${resource.address} admits ${subnet.resource.address}; its address rules do not match private addresses.`,
        }),
        () => firewallSpan(service),
      ),
    );
  }

  #namedInRules(service: Service, subnet: Subnet): Truth {
    let index = this.#subnetsAdmitted.get(service);
    const { networkRules } = service.firewall;
    if (!index) {
      index = new Map();
      for (const { is: rule, holds } of networkRules.seen) {
        for (const { is: admitted, holds: leads } of rule.subnet.to.seen) {
          index.set(admitted, any(index.get(admitted) ?? no(), all(holds, leads, rule.allows)));
        }
      }
      this.#subnetsAdmitted.set(service, index);
    }
    const open = any(
      networkRules.more,
      ...networkRules.seen.map(({ is: rule, holds }) => all(holds, rule.subnet.to.more)),
    );
    return any(index.get(subnet) ?? no(), open);
  }

  #publicFromSubnet(subnet: Subnet, service: Service): Leg {
    const egress = this.#egressOf(subnet, service);
    return along(
      "public",
      () => this.ways.outbound(subnet, tagParty(service), Ports.of(...service.ports), TCP, tagName(service)),
      () => egress.leg,
      ...this.#publicSide(service),
      () => this.#admitsEgress(subnet, service, egress),
    );
  }

  /** Without a route table the way out of a subnet is the same to every service. */
  #egressOf(subnet: Subnet, service: Service): Egress {
    if (isFalse(subnet.routeTable.isSet))
      return remembered(this.#direct, subnet, () => egressOf(subnet, service, this.#views));
    return this.#egress.get(subnet, service, () => egressOf(subnet, service, this.#views));
  }

  #admitsEgress(subnet: Subnet, service: Service, egress: Egress): Leg {
    const { firewall, resource } = service;
    const span = (): Span | undefined => firewallSpan(service);
    const byRule = firewall.addressRules.some((rule) => {
      if (isTrue(rule.isAnyAzure)) return rule.allows;
      const [value] = rule.values;
      const named = value ? namesEgress(value, egress.by, this.#views) : no();
      if (!isFalse(named)) return all(rule.allows, named);
      if (!mayMatch(rule)) return no();
      // Which address the packet carries is only known after deployment; a private range never matches it.
      if (rule.range && !Ranges.of(rule.range).overlaps(PUBLIC)) return no();
      return all(
        rule.allows,
        unknown(
          `whether ${value ? describe(value) : "the rule"} holds the public address that ${subnet.resource.address} leaves with`,
          rule.spot.resource.span,
        ),
      );
    });
    const near = sameRegionStorage(subnet, service);
    const admitted = near === undefined ? byRule : all(not(near), byRule);
    return either(
      "public",
      this.#admitsInternet(service),
      leg(
        admitted,
        () => ({
          yes: `An address rule of ${resource.address} admits the public address that ${subnet.resource.address} leaves with.`,
          no:
            near && isTrue(near)
              ? `${resource.address} ignores address rules for clients in its own region.`
              : `No address rule of ${resource.address} admits the public address that ${subnet.resource.address} leaves with.`,
        }),
        span,
      ),
    );
  }

  /** Stretches that every packet to the public side meets. */
  #publicSide(service: Service): readonly Leg[] {
    return remembered(this.#sides, service, () => this.#publicSideOf(service));
  }

  #publicSideOf(service: Service): readonly Leg[] {
    const { firewall, resource } = service;
    const master = firewall.switch;
    const note = isTrue(firewall.isOn) ? "" : ` (${service.exposure.decides.note})`;
    return [
      leg(
        firewall.isOn,
        () => ({
          yes: `Public network access to ${resource.address} is on.`,
          no: `The public side of ${resource.address} is closed${note}.`,
        }),
        () => (master ? spanOf(master.spot) : resource.span),
      ),
    ];
  }

  #admitsInternet(service: Service): Leg {
    return remembered(this.#everyone, service, () => this.#admitsInternetOf(service));
  }

  #admitsInternetOf(service: Service): Leg {
    const { firewall, resource } = service;
    const admitted = any(firewall.admitsByDefault, firewall.rulesAdmitEveryone);
    const named = [...firewall.addressRules].map((rule) =>
      rule.values.map((value) => describe(value)).join(" to "),
    );
    const only =
      named.length > 0
        ? `: only ${named.slice(0, 5).join(", ")}${named.length > 5 ? " and others" : ""}`
        : "";
    return leg(
      admitted,
      () => ({
        yes: `The firewall of ${resource.address} admits everyone.`,
        no: `The firewall of ${resource.address} refuses addresses that no rule names${only}.`,
      }),
      () => firewallSpan(service),
    );
  }

  #publicFromOnPremises(service: Service): Leg {
    const { egress } = this.#views.onPremises;
    const { firewall, resource } = service;
    const rules = firewall.addressRules;
    const covered = (): Truth => {
      if (egress) {
        const all_ = firewall.admits(egress);
        if (isTrue(all_)) return all_;
        const overlapping = rules.some((rule) =>
          !mayMatch(rule) || (rule.range && !Ranges.of(rule.range).overlaps(egress)) ? no() : rule.allows,
        );
        return isFalse(overlapping)
          ? no()
          : any(all_, unknown("whether the part of the egress that on-premises uses is admitted"));
      }
      return ![...rules].some(mayMatch) && rules.more.kind === "decided"
        ? no()
        : unknown("under which public addresses on-premises appears (network.onPremisesEgress)");
    };
    return along("public", ...this.#publicSide(service), () =>
      either(
        "public",
        this.#admitsInternet(service),
        leg(
          covered(),
          () => ({
            yes: `Address rules of ${resource.address} admit all public addresses of on-premises.`,
            no: `No address rule of ${resource.address} admits on-premises; network rules never do.`,
          }),
          () => firewallSpan(service),
        ),
      ),
    );
  }

  #endpointsFromOnPremises(resolution: Resolution, service: Service): Leg {
    const ways = resolution.endpoints
      .filter(({ holds }) => !isFalse(holds))
      .map(({ connection, holds }) => {
        const { endpoint } = connection;
        const home = endpoint.subnet.to;
        const served = home.some((subnet) => this.#views.onPremises.serves(subnet.network));
        const guarded = home.every((subnet) =>
          any(
            not(subnet.endpointPolicies.nsg),
            this.ways.inbound({ kind: "network" }, subnet, Ports.of(...service.ports), TCP, "on-premises")
              .allowed,
          ),
        );
        const way = along(
          "private-endpoint",
          leg(
            served,
            () => ({
              yes: `On-premises has a way into the network of ${endpoint.resource.address}.`,
              no: `No gateway leads from on-premises into the network of ${endpoint.resource.address}.`,
            }),
            endpoint.resource.span,
          ),
          () =>
            leg(guarded, () => ({
              yes: "The endpoint's subnet lets on-premises in.",
              no: "The security group of the endpoint's subnet refuses on-premises.",
            })),
          () => this.#approved(connection),
        );
        return isTrue(holds) ? way : { ...way, allowed: all(holds, way.allowed) };
      });
    if (ways.length === 0) {
      return leg(
        unknown("which private endpoint it is"),
        () => ({ yes: "A private endpoint leads there.", no: "" }),
        undefined,
        "private-endpoint",
      );
    }
    return either("private-endpoint", ...ways);
  }

  #injectedFromOnPremises(service: Service): Leg {
    const served = service.injectedInto.some((subnet) => this.#views.onPremises.serves(subnet.network));
    return leg(
      served,
      () => ({
        yes: `On-premises has a way into the network that ${service.resource.address} lies in.`,
        no: `No gateway leads from on-premises into the network that ${service.resource.address} lies in.`,
      }),
      service.resource.span,
      "injected",
    );
  }

  #injected(subnet: Subnet, service: Service): Leg {
    const homes = service.injectedInto;
    const ports = Ports.of(...service.ports);
    const ways = homes.seen.map(({ is: home }) =>
      along(
        "injected",
        () => this.#ownZone(subnet, service),
        () => this.ways.between(subnet, home, ports, TCP),
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

function publicNameText(network: VirtualNetwork, service: Service, resolution: Resolution): string {
  const what = `In ${network.resource.address} the name of ${service.resource.address} resolves to its public address`;
  return resolution.endpoints.length === 0
    ? `${what}: it has no private endpoint for this.`
    : `${what}: no zone that is linked there leads to its private endpoint.`;
}

/** Whether a rule can match an address at all: not when it is malformed, names a tag, or refuses. */
function mayMatch(rule: AddressRule): boolean {
  return (
    rule.malformed === undefined &&
    rule.tag === undefined &&
    !isFalse(rule.allows) &&
    !isTrue(rule.isAnyAzure)
  );
}

function tagName(service: Service): string {
  return (service.serviceEndpoint && serviceEndpoint(service.serviceEndpoint)?.serviceTag) ?? "AzureCloud";
}

function tagParty(service: Service): Party {
  return { kind: "tag", tag: tagName(service) };
}

function sameRegion(subnet: Subnet, service: Service): Truth {
  const [a, b] = [subnet.network.location, service.location];
  return isString(a) && isString(b) ? (foldRegion(a.value) === foldRegion(b.value) ? yes() : no()) : yes();
}

/** Whether the storage account lies in the client's region, where it ignores address rules; undefined for other services. */
function sameRegionStorage(subnet: Subnet, service: Service): Truth | undefined {
  if (service.resource.type.toLowerCase() !== "microsoft.storage/storageaccounts") return undefined;
  const [a, b] = [subnet.network.location, service.location];
  if (isString(a) && isString(b)) return foldRegion(a.value) === foldRegion(b.value) ? yes() : no();
  return undefined;
}

function foldRegion(name: string): string {
  return name.replaceAll(" ", "").toLowerCase();
}

function spanOf(spot: {
  readonly resource: { spanOf(path: string): Span | undefined; readonly span: Span | undefined };
  readonly path: string;
}): Span | undefined {
  return spot.resource.spanOf(spot.path) ?? spot.resource.span;
}

function firewallSpan(service: Service): Span | undefined {
  const { defaultAction } = service.firewall;
  return defaultAction ? spanOf(defaultAction.spot) : service.resource.span;
}
