import { Ports } from "../../azure/index.ts";
import { all, any, is, isFalse, isTrue, not, unknown, yes } from "../../value/index.ts";
import type { Service } from "../service/view.ts";
import type { EndpointConnection, PrivateEndpoint, Protocol, Subnet } from "../view.ts";
import { type Destination, toEndpoint } from "./destination.ts";
import { hostNames } from "./egress.ts";
import { along, decides, either, type Leg, leg, NO_STEPS } from "./leg.ts";
import { remembered } from "./memo.ts";
import type { Resolution } from "./names.ts";
import type { PrivateWays } from "./private-way.ts";
import { spanOf } from "./public-side.ts";
import type { Packet } from "./routed-way.ts";

/** A security group that stands there to no effect is worth a word: it looks as if it decided. */
function unguarded({ nsg, resource }: Subnet): Leg {
  const text = `The security group of ${resource.address} does not act on endpoints: its network policies for them are off.`;
  const steps = isTrue(nsg.isSet) ? () => [decides(text, resource.span)] : NO_STEPS;
  return { allowed: yes(), path: null, steps };
}

function packetTo(service: Service): Packet {
  return { ports: Ports.of(...service.ports), names: hostNames(service) };
}

const TCP: readonly Protocol[] = ["Tcp"];

/** The way to the private endpoint that a name leads to. */
export class EndpointWays {
  readonly #ways: PrivateWays;
  readonly #packets = new Map<Service, Packet>();
  readonly #homes = new Map<PrivateEndpoint, readonly Destination[]>();
  readonly #dns = new Map<Subnet, Leg>();
  constructor(ways: PrivateWays) {
    this.#ways = ways;
  }

  fromSubnet(subnet: Subnet, service: Service, resolution: Resolution): Leg {
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
      () => remembered(this.#dns, subnet, () => this.#platformDns(subnet)),
      () => either("private-endpoint", ...ways),
    );
  }

  #toEndpoint(subnet: Subnet, service: Service, connection: EndpointConnection): Leg {
    const { endpoint } = connection;
    const packet = remembered(this.#packets, service, () => packetTo(service));
    const { ports } = packet;
    const homes = remembered(this.#homes, endpoint, () =>
      endpoint.subnet.to.seen.map(({ is: home }) => toEndpoint(endpoint, home)),
    );
    const legs = homes.map((to) => {
      const home = to.subnet;
      const guarded = home.endpointPolicies.nsg;
      return along(
        "private-endpoint",
        () => this.#ways.between(subnet, to, packet, TCP),
        () => {
          if (isFalse(guarded)) return unguarded(home);
          const inbound = this.#ways.inbound(
            { kind: "subnet", subnet },
            home,
            ports,
            TCP,
            subnet.resource.address,
          );
          return { ...inbound, allowed: any(not(guarded), inbound.allowed) };
        },
        () => this.approved(connection),
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

  approved(connection: EndpointConnection): Leg {
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
}
