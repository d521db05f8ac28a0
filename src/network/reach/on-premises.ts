import { Ports, Ranges } from "../../azure/index.ts";
import { all, any, isFalse, isTrue, no, not, type Truth, unknown, yes } from "../../value/index.ts";
import type { Members } from "../members.ts";
import type { Service } from "../service/view.ts";
import type { Protocol, Subnet } from "../view.ts";
import type { Views } from "../views.ts";
import { type Destination, toEndpoint } from "./destination.ts";
import { hostNames } from "./egress.ts";
import type { EndpointWays } from "./endpoint-way.ts";
import { along, either, fork, type Leg, leg, NO_STEPS } from "./leg.ts";
import type { NameResolution, Resolution } from "./names.ts";
import type { PrivateWays } from "./private-way.ts";
import { firewallSpan, mayMatch, type PublicSide } from "./public-side.ts";

const TCP: readonly Protocol[] = ["Tcp"];

/** Reachability of PaaS instances from on-premises: through a gateway to private endpoints, or over its egress. */
export class OnPremisesReach {
  readonly #views: Views;
  readonly #names: NameResolution;
  readonly #ways: PrivateWays;
  readonly #side: PublicSide;
  readonly #endpoints: EndpointWays;
  constructor(
    views: Views,
    names: NameResolution,
    ways: PrivateWays,
    side: PublicSide,
    endpoints: EndpointWays,
  ) {
    this.#views = views;
    this.#names = names;
    this.#ways = ways;
    this.#side = side;
    this.#endpoints = endpoints;
  }

  toService(service: Service, group: string | undefined): Leg {
    const { onPremises } = this.#views;
    const { forwarders } = onPremises;
    if (isTrue(service.injected)) return this.#intoNetwork(service);
    const reaches = forwarders.some();
    const resolution = this.#names.resolve(service, group, forwarders, reaches);
    return fork(
      resolution.toEndpoint,
      () => ({
        yes: `On-premises resolves the name of ${service.resource.address} to a private endpoint, through a forwarder in a linked network.`,
        no:
          resolution.endpoints.length === 0
            ? `On-premises resolves the public name of ${service.resource.address}: it has no private endpoint for this.`
            : `On-premises resolves the public name of ${service.resource.address}: nothing forwards its queries to a network that is linked to the endpoint's zone.`,
      }),
      () => this.#throughEndpoints(resolution, service),
      () => this.#publicly(service),
    );
  }

  #publicly(service: Service): Leg {
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
    return along("public", ...this.#side.switchOf(service), () =>
      either(
        "public",
        this.#side.admitsEveryone(service),
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

  #throughEndpoints(resolution: Resolution, service: Service): Leg {
    const ways = resolution.endpoints
      .filter(({ holds }) => !isFalse(holds))
      .map(({ connection, holds }) => {
        const { endpoint } = connection;
        const home = endpoint.subnet.to;
        const served = home.some((subnet) => this.#views.onPremises.serves(subnet.network));
        const guarded = home.every((subnet) =>
          any(
            not(subnet.endpointPolicies.nsg),
            this.#ways.inbound({ kind: "network" }, subnet, Ports.of(...service.ports), TCP, "on-premises")
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
          () => this.#routed(home, (subnet) => toEndpoint(endpoint, subnet), service),
          () =>
            leg(guarded, () => ({
              yes: "The endpoint's subnet lets on-premises in.",
              no: "The security group of the endpoint's subnet refuses on-premises.",
            })),
          () => this.#endpoints.approved(connection),
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

  #intoNetwork(service: Service): Leg {
    const served = service.injectedInto.some((subnet) => this.#views.onPremises.serves(subnet.network));
    return along(
      "injected",
      leg(
        served,
        () => ({
          yes: `On-premises has a way into the network that ${service.resource.address} lies in.`,
          no: `No gateway leads from on-premises into the network that ${service.resource.address} lies in.`,
        }),
        service.resource.span,
      ),
      () => this.#routed(service.injectedInto, (subnet) => ({ subnet }), service),
    );
  }

  /** Where the routes of the gateway's subnet send it, in whichever of some subnets the service lies. */
  #routed(homes: Members<Subnet>, to: (subnet: Subnet) => Destination, service: Service): Leg {
    const packet = { ports: Ports.of(...service.ports), names: hostNames(service) };
    const ways = [...homes].map((subnet) => this.#ways.routes.fromOnPremises(to(subnet), packet));
    return ways.length === 0 ? { allowed: yes(), path: null, steps: NO_STEPS } : either(null, ...ways);
  }
}
