import { isMalformed, type Ports, parseRange, Ranges } from "../../azure/index.ts";
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
  when,
  yes,
} from "../../value/index.ts";
import { addressesOfNetwork } from "../nsg/addresses.ts";
import { admittedIn, anyAdmitted } from "../nsg/flow.ts";
import { RuleSet } from "../nsg/rule-set.ts";
import type {
  AzureFirewall,
  Flow,
  Nsg,
  Party,
  Peering,
  Protocol,
  Route,
  Subnet,
  VirtualNetwork,
} from "../view.ts";
import type { Views } from "../views.ts";
import { joinedByHub } from "../virtual-hub.ts";
import { lendsGateway, sameView } from "../virtual-network.ts";
import { firewallAllows } from "./firewall.ts";
import { along, either, type Leg, leg, NO_STEPS } from "./leg.ts";
import { PairTable } from "./memo.ts";

/** How packets travel between subnets inside the networks of a stack: peering, routes and security groups. */
export class PrivateWays {
  readonly #links = new PairTable<VirtualNetwork, VirtualNetwork, Leg>();
  readonly #out = new PairTable<Subnet, string, Truth>();
  readonly #firewallOf: (route: Route) => AzureFirewall | undefined;
  readonly #views: Views;

  constructor(views: Views, firewallOf: (route: Route) => AzureFirewall | undefined) {
    this.#views = views;
    this.#firewallOf = firewallOf;
  }

  /** From a subnet to the addresses of another, up to but without the rules that guard the far side. */
  between(from: Subnet, to: Subnet, ports: Ports, protocols: readonly Protocol[]): Leg {
    return along(
      null,
      () => this.#joined(from, to, ports),
      () => this.outbound(from, { kind: "subnet", subnet: to }, ports, protocols, to.resource.address),
    );
  }

  /** Whether the source subnet's own security group lets the packet out. */
  outbound(from: Subnet, to: Party, ports: Ports, protocols: readonly Protocol[], name: string): Leg {
    const truth = this.#out.get(from, `${name}|${ports}|${protocols.join()}`, () =>
      passes(from, { direction: "Outbound", from: { kind: "subnet", subnet: from }, to, ports, protocols }),
    );
    return leg(
      truth,
      () => ({
        yes: isFalse(from.nsg.isSet)
          ? `${from.resource.address} has no security group: nothing keeps the packet in.`
          : `The security group of ${from.resource.address} lets the packet out to ${name}.`,
        no: `The security group of ${from.resource.address} lets nothing out to ${name}.`,
      }),
      [...from.nsg.to][0]?.resource.span ?? from.resource.span,
    );
  }

  /** Whether a subnet's security group lets packets from another subnet in. */
  inbound(from: Party, to: Subnet, ports: Ports, protocols: readonly Protocol[], name: string): Leg {
    const truth = passes(to, {
      direction: "Inbound",
      from,
      to: { kind: "subnet", subnet: to },
      ports,
      protocols,
    });
    return leg(
      truth,
      () => ({
        yes: isFalse(to.nsg.isSet)
          ? `${to.resource.address} has no security group: nothing keeps ${name} out.`
          : `The security group of ${to.resource.address} lets ${name} in.`,
        no: `The security group of ${to.resource.address} refuses ${name}.`,
      }),
      [...to.nsg.to][0]?.resource.span ?? to.resource.span,
    );
  }

  /** Whether two subnets lie in one network, in peered ones, or are joined through something in between. */
  #joined(from: Subnet, to: Subnet, ports: Ports): Leg {
    const direct = this.linked(from.network, to.network);
    if (isTrue(direct.allowed)) return direct;
    const through = this.#throughFirewall(from, to, ports);
    if (!isFalse(through.allowed)) return either(null, direct, through);
    const lent = this.#throughGateway(from, to);
    if (!isFalse(lent.allowed)) return either(null, direct, lent);
    return isFalse(direct.allowed) && through.steps().length > 0 ? through : direct;
  }

  /** One network, or two with both halves of a peering. */
  linked(a: VirtualNetwork, b: VirtualNetwork): Leg {
    return this.#links.get(a, b, () => {
      if (a === b)
        return leg(yes(), () => ({ yes: `Both lie in ${a.resource.address}.`, no: "" }), a.resource.span);
      const peering = a.peerings.some((one) =>
        all(
          one.remote.to.some((remote) => sameView(remote, b)),
          one.connected,
          one.allowsAccess,
          one.reverse.every((back) => back.allowsAccess),
        ),
      );
      const [first] = [...a.peerings].filter((one: Peering) => [...one.remote.to].includes(b));
      const hubs = joinedByHub(a, b, this.#views);
      const joined = any(peering, ...hubs);
      return leg(
        joined,
        () => ({
          yes: isTrue(peering)
            ? `${a.resource.address} and ${b.resource.address} are peered, both halves connected.`
            : `${a.resource.address} and ${b.resource.address} are connected to one virtual hub.`,
          no: `${a.resource.address} and ${b.resource.address} are not peered with both halves and access allowed.`,
        }),
        first?.resource.span ?? a.resource.span,
      );
    });
  }

  /** A route to the gateway of a common hub: what the gateway does with it cannot be told. */
  #throughGateway(from: Subnet, to: Subnet): Leg {
    const route = bestRoute(from, to.prefixes.known);
    const leads = route && isTrue(is(route.nextHop, "VirtualNetworkGateway"));
    const lent = leads
      ? any(
          ...[...from.network.peers].map((hub) =>
            all(lendsGateway(hub, from.network), lendsGateway(hub, to.network)),
          ),
        )
      : no();
    return leg(
      when(
        lent,
        unknown("what the gateway does with traffic between two networks", route?.resource.span),
        no(),
      ),
      () => ({ yes: "The hub's gateway passes it on.", no: "No gateway passes it on." }),
      route?.resource.span,
    );
  }

  /** Peering is not transitive, but a firewall or appliance in a common peer can forward where routes send traffic to it. */
  #throughFirewall(from: Subnet, to: Subnet, ports: Ports): Leg {
    const nothing: Leg = { allowed: no(), path: null, steps: NO_STEPS };
    const route = bestRoute(from, to.prefixes.known);
    if (!route || !isTrue(is(route.nextHop, "VirtualAppliance"))) return nothing;
    const firewall = this.#firewallOf(route);
    const [hop] = firewall ? [firewall.resource] : [...route.owner];
    if (!firewall && !hop) {
      const truth = unknown(`who has the next hop ${describe(route.nextHopAddress)}`, route.resource.span);
      return leg(
        truth,
        () => ({ yes: `The next hop of ${route.resource.address} forwards the packet.`, no: "" }),
        route.resource.span,
      );
    }
    const hubs = firewall ? [...firewall.networks] : [];
    const hub = hubs.find((one) => !isFalse(this.linked(from.network, one).allowed));
    if (!firewall || !hub) {
      const truth = unknown(`whether ${hop?.address ?? "the appliance"} forwards it`, route.resource.span);
      return leg(
        truth,
        () => ({ yes: `The appliance ${hop?.address ?? ""} forwards the packet.`, no: "" }),
        route.resource.span,
      );
    }
    const forwarded = to.network.peerings.some((peering) =>
      all(
        peering.remote.to.some((remote) => sameView(remote, hub)),
        peering.allowsForwarded,
      ),
    );
    return along(
      null,
      leg(
        all(this.linked(from.network, hub).allowed, this.linked(hub, to.network).allowed, forwarded),
        () => ({
          yes: `A route sends it to ${firewall.resource.address}, whose network is peered with both sides.`,
          no: `A route sends it to ${firewall.resource.address}, but that network is not peered with both sides with forwarded traffic allowed.`,
        }),
        route.resource.span,
      ),
      () => firewallAllows(firewall, from, to.prefixes.known, [], ports),
    );
  }
}

/** Whether any of a flow gets through the security group of a subnet; without one everything does. */
function passes(subnet: Subnet, flow: Flow): Truth {
  const network = addressesOfNetwork(subnet.network, subnet);
  const { isSet, to } = subnet.nsg;
  const through = to.seen.map(({ is: nsg, holds }) => when(holds, admitsThrough(nsg, flow, network), no()));
  const known = any(...through);
  const open = to.more.kind === "decided" ? no() : to.more;
  return any(known, not(isSet), all(isSet, open));
}

function admitsThrough(nsg: Nsg, flow: Flow, network: ReturnType<typeof addressesOfNetwork>): Truth {
  return anyAdmitted(admittedIn(new RuleSet(nsg, network), flow), nsg.rules.more);
}

/** The route of a subnet's table that fits some addresses best: the longest prefix that holds all of them. */
export function bestRoute(subnet: Subnet, addresses: Ranges): Route | undefined {
  let best: { readonly route: Route; readonly size: bigint } | undefined;
  for (const table of subnet.routeTable.to) {
    for (const route of table.routes) {
      if (!isString(route.prefix)) continue;
      const range = parseRange(route.prefix.value);
      if (isMalformed(range)) continue;
      const ranges = Ranges.of(range);
      if (!ranges.covers(addresses)) continue;
      if (!best || ranges.size < best.size) best = { route, size: ranges.size };
    }
  }
  return best?.route;
}
