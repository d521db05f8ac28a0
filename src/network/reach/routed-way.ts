import { type Ports, Ranges } from "../../azure/index.ts";
import {
  all,
  any,
  casesOf,
  describe,
  isFalse,
  isString,
  isTrue,
  no,
  outcomeOf,
  type Truth,
  unknown,
  when,
  yes,
} from "../../value/index.ts";
import type { AzureFirewall, Route, Subnet, VirtualNetwork } from "../view.ts";
import type { Views } from "../views.ts";
import { lendsGateway } from "../virtual-network.ts";
import { AlikeNames } from "./alike-names.ts";
import { type Destination, DestinationKeys, nameOf } from "./destination.ts";
import { firewallAllows } from "./firewall.ts";
import { along, decides, either, fork, type Leg, leg, NO_STEPS, type Texts } from "./leg.ts";
import { NetworkLinks } from "./links.ts";
import { PairTable } from "./memo.ts";
import { type Choice, type RouteChoice, RouteChoices } from "./route-choice.ts";

/** What firewalls on the way look at. */
export interface Packet {
  readonly ports: Ports;
  /** Names of the destination that application rules may know. */
  readonly names?: readonly string[];
}

/** A packet under way. */
interface Travelling extends Packet {
  /** The network that it comes from; undefined for one from outside. */
  readonly origin: VirtualNetwork | undefined;
  readonly sources: Ranges;
  /** Firewalls that it has come through. */
  readonly passed: readonly AzureFirewall[];
}

/** A packet that leaves a subnet. */
interface Leaving {
  readonly at: Subnet;
  readonly to: Destination;
  readonly packet: Travelling;
  /** Whether Azure itself has a route for it, and the way where no route of a table says otherwise. */
  readonly joined: Truth;
  readonly direct: Leg;
}

/** A firewall that a route leads to, in one of its networks. */
interface Reached {
  readonly firewall: AzureFirewall;
  readonly network: VirtualNetwork;
}

const OPEN: Leg = { allowed: yes(), path: null, steps: NO_STEPS };

/** Where routes send packets between subnets: straight through networks that are joined, or to a next hop. */
export class RoutedWays {
  readonly #links: NetworkLinks;
  readonly #routes = new RouteChoices();
  readonly #choices = new PairTable<Subnet, string, RouteChoice>();
  readonly #firewalls = new PairTable<Route, VirtualNetwork, Reached | undefined>();
  readonly #destinations: DestinationKeys;
  readonly #names: AlikeNames;
  readonly #packets = new WeakMap<Packet, string>();
  readonly #views: Views;

  constructor(views: Views) {
    this.#views = views;
    this.#links = new NetworkLinks(views);
    this.#destinations = new DestinationKeys(views);
    this.#names = new AlikeNames(views.azureFirewalls);
  }

  /** The same for packets that go the same way, whatever the name of what they are sent to. */
  keyOf(to: Destination, packet: Packet): string {
    let key = this.#packets.get(packet);
    if (key === undefined) {
      key = `${packet.ports}|${this.#names.of(packet.names ?? [])}`;
      this.#packets.set(packet, key);
    }
    return `${this.#destinations.of(to)}|${key}`;
  }

  /** The words of its steps want the destination's name. */
  fromSubnet(from: Subnet, to: Destination, packet: Packet): Leg {
    return this.#onwards(from, to, {
      ...packet,
      origin: from.network,
      sources: from.prefixes.known,
      passed: [],
    });
  }

  /** From on-premises: what comes in by a network's gateway takes the routes of the gateway's subnet. */
  fromOnPremises(to: Destination, packet: Packet): Leg {
    const { network } = to.subnet;
    const travelling: Travelling = { ...packet, origin: undefined, sources: Ranges.none, passed: [] };
    const ways = this.#views.onPremises.entries.seen
      .filter(({ is }) => /\/virtualnetworkgateways$/i.test(is.resource.type))
      .flatMap(({ is, holds }) => is.networks.where(() => holds).seen)
      .map(({ is: hub, holds }) => ({
        hub,
        holds: all(holds, hub === network ? yes() : lendsGateway(hub, network)),
      }))
      .filter(({ holds }) => !isFalse(holds))
      .flatMap(({ hub, holds }) =>
        [...hub.subnets]
          .filter(({ reserved }) => reserved === "gateway")
          .map((at) => {
            const way = this.#routed({ at, to, packet: travelling, joined: yes(), direct: OPEN });
            return towards(to, { ...way, allowed: all(holds, way.allowed) });
          }),
      );
    return ways.length === 0 ? OPEN : either(null, ...ways);
  }

  /** From a subnet on, whether the packet has just set out or a firewall there has let it through. */
  #onwards(at: Subnet, to: Destination, packet: Travelling): Leg {
    const { network } = to.subnet;
    const joined = this.#links.between(at.network, network).allowed;
    return this.#routed({ at, to, packet, joined, direct: this.#into(at.network, network, packet) });
  }

  #routed(leaving: Leaving): Leg {
    const { at, to, joined, direct } = leaving;
    const { choices, outdone } = this.#choose(at, to, joined);
    const from = (position: number): Leg => {
      const rest = choices.slice(position);
      const [choice] = rest;
      if (!choice || rest.every(isOfAzure))
        return outdone && choice ? besides(outdone, choice, at, direct) : direct;
      const way = (): Leg => this.#by(choice, leaving);
      if (isTrue(choice.taken)) return way();
      return fork(choice.taken, textsOf(choice), way, () => from(position + 1), spanOf(choice));
    };
    return from(0);
  }

  #choose(at: Subnet, to: Destination, joined: Truth): RouteChoice {
    if (isFalse(at.routeTable.isSet)) return this.#routes.of(at, to, joined);
    const key = `${this.#destinations.of(to)}|${outcomeOf(joined)}`;
    return this.#choices.get(at, key, () => this.#routes.of(at, to, joined));
  }

  #by({ by, prefix = "", taken }: Choice, leaving: Leaving): Leg {
    if (by === "network" || by === "endpoint") return leaving.direct;
    if (by === "hidden") return this.#unseen(leaving, taken, "The route leads there.");
    const cases = casesOf(by.nextHop);
    const from = (position: number): Leg => {
      const hop = cases[position] ?? cases[0];
      const kind = hop && isString(hop.value) ? hop.value.value.toLowerCase() : undefined;
      const way = (): Leg => this.#hop(kind, by, `${by.resource.address} (${prefix})`, leaving);
      if (!hop || position >= cases.length - 1) return way();
      const texts = (): ReturnType<Texts> => ({
        yes: `The next hop of the route ${by.resource.address} is ${describe(hop.value)}.`,
        no: `The next hop of the route ${by.resource.address} is not ${describe(hop.value)}.`,
      });
      return fork(hop.holds, texts, way, () => from(position + 1), by.resource.span);
    };
    return from(0);
  }

  #hop(kind: string | undefined, route: Route, name: string, leaving: Leaving): Leg {
    const { at, to, direct } = leaving;
    const { span } = route.resource;
    const sends = (where: string, further: () => Leg): Leg =>
      along(null, remark(`The route ${name} sends it ${where}.`, route), further);
    // Where the networks are not joined anyhow, the packet is lost there too.
    const doubtful = (where: string, what: string): Leg =>
      sends(where, () =>
        along(null, direct, () =>
          leg(unknown(what, span), () => ({ yes: "It gets on from there.", no: "" }), span),
        ),
      );
    switch (kind) {
      case "none":
        return leg(
          no(),
          ({ to: target }) => ({
            yes: "",
            no: `The route ${name} drops what ${at.resource.address} sends to ${target}.`,
          }),
          span,
        );
      case "vnetlocal":
        if (at.network === to.subnet.network) return sends("straight through the network", () => direct);
        return doubtful(
          "into the network itself",
          "whether such a route leads into a network that is joined",
        );
      case "internet":
        return doubtful("to the internet", "what becomes of a private address that is sent to the internet");
      case "virtualnetworkgateway":
        return sends("to the network's gateway", () => this.#throughGateway(route, leaving));
      case "virtualappliance":
        return this.#throughAppliance(route, leaving, sends);
      default: {
        const truth = unknown(
          `the next hop of ${route.resource.address}`,
          route.nextHop.origin?.span ?? span,
        );
        return this.#unseen(leaving, truth, `The route ${name} leads there.`, route);
      }
    }
  }

  /** What a gateway does with a packet between two networks cannot be told; where they have none in common, nothing. */
  #throughGateway({ resource }: Route, { at, to, joined }: Leaving): Leg {
    const { network } = to.subnet;
    const lent = any(
      joined,
      ...[...at.network.peers].map((hub) => all(lendsGateway(hub, at.network), lendsGateway(hub, network))),
    );
    const doubt = unknown("what the gateway does with traffic between two networks", resource.span);
    return leg(
      when(lent, doubt, no()),
      () => ({ yes: "The hub's gateway passes it on.", no: "No gateway passes it on." }),
      resource.span,
    );
  }

  #throughAppliance(route: Route, leaving: Leaving, sends: (where: string, further: () => Leg) => Leg): Leg {
    const { at, to, packet, direct } = leaving;
    const { span } = route.resource;
    const owners = [...route.owner];
    if (to.resource && owners.includes(to.resource)) return direct;
    const found = this.#firewallOf(route, at.network);
    const name = found?.firewall.resource.address;
    if (!found) {
      const [hop] = owners;
      const hopName = hop?.address ?? describe(route.nextHopAddress);
      const doubt = hop ? `whether ${hopName} forwards it` : `who has the next hop ${hopName}`;
      return sends(`to ${hopName}`, () =>
        this.#unseen(leaving, unknown(doubt, span), `The appliance ${hopName} forwards it.`, route),
      );
    }
    const { firewall, network } = found;
    if (packet.passed.includes(firewall)) {
      const circle = `The route ${route.resource.address} sends it back to ${name}: it goes round in a circle.`;
      return leg(no(), () => ({ yes: "", no: circle }), span);
    }
    const further: Travelling = { ...packet, passed: [...packet.passed, firewall] };
    const inside = [...network.subnets].find(({ reserved }) => reserved === "firewall");
    return sends(`to the firewall ${name}`, () =>
      along(
        null,
        at.network === network ? OPEN : () => this.#into(at.network, network, packet),
        () => firewallAllows(firewall, packet.sources, rangesOf(to), packet.names ?? [], packet.ports),
        () => (inside ? this.#onwards(inside, to, further) : this.#into(network, to.subnet.network, further)),
      ),
    );
  }

  /** The Azure Firewall that a route leads to, and the network of it that is in reach: addresses alone may mean one in another network. */
  #firewallOf(route: Route, from: VirtualNetwork): Reached | undefined {
    return this.#firewalls.get(route, from, () => {
      const found = [...route.owner].flatMap((owner): readonly Reached[] => {
        const firewall = this.#views.azureFirewall(owner);
        return firewall ? [...firewall.networks].map((network) => ({ firewall, network })) : [];
      });
      return found.find(({ network }) => !isFalse(this.#links.between(from, network).allowed)) ?? found[0];
    });
  }

  /** Into the next network: what did not set out in the one before is forwarded there. */
  #into(from: VirtualNetwork, to: VirtualNetwork, { origin, passed }: Travelling): Leg {
    const isForwarded = from !== origin && passed.length > 0;
    return isForwarded ? this.#links.forwarded(from, to) : this.#links.between(from, to);
  }

  /** Through something that is not in the code: there must be something that can join the two networks. */
  #unseen({ at, to }: Leaving, doubt: Truth, text: string, route?: Route): Leg {
    const [a, b] = [at.network, to.subnet.network];
    return leg(
      all(this.#links.mayMeet(a, b), doubt),
      () => ({
        yes: text,
        no: `Nothing joins ${a.resource.address} and ${b.resource.address}, wherever a route leads.`,
      }),
      route?.resource.span ?? at.resource.span,
    );
  }
}

/** A way that alike destinations share, in the words of one of them. */
export function towards(to: Destination, way: Leg): Leg {
  return { ...way, steps: (telling) => way.steps({ ...telling, to: nameOf(to) }) };
}

const isOfAzure = ({ by }: Choice): boolean => by === "network" || by === "endpoint";

/** What a firewall is told of the destination's addresses: nothing where nobody knows. */
function rangesOf({ subnet, address }: Destination): Ranges {
  return address && address.unknown.length === 0 && !address.known.isEmpty
    ? address.known
    : subnet.prefixes.known;
}

function spanOf({ by }: Choice) {
  return typeof by === "string" ? undefined : by.resource.span;
}

function remark(message: string, { resource }: Route): Leg {
  return { ...OPEN, steps: () => [decides(message, resource.span)] };
}

/** The direct way, with the route that looks as if it led elsewhere. */
function besides({ by, prefix }: Choice, chosen: Choice, at: Subnet, direct: Leg): Leg {
  if (typeof by === "string" || !isTrue(direct.allowed)) return direct;
  const longer =
    chosen.by === "endpoint"
      ? "a private endpoint's own route is longer"
      : "the route that Azure makes for the address space is longer";
  const text = `The route ${by.resource.address} (${prefix}) of ${at.resource.address} does not count here: ${longer}.`;
  return along(null, remark(text, by), direct);
}

function textsOf({ by, prefix }: Choice): Texts {
  if (by === "endpoint")
    return ({ to: target }) => ({
      yes: `Azure's own route for the private endpoint ${target} counts.`,
      no: `Azure's own route for the private endpoint ${target} does not count.`,
    });
  if (by === "network")
    return ({ to: target }) => ({
      yes: `Azure's own route for the network of ${target} counts.`,
      no: `Azure's own route for the network of ${target} does not count.`,
    });
  if (by === "hidden")
    return ({ to: target }) => ({
      yes: `A route that is not in this code is for ${target}.`,
      no: `No route but those in this code is for ${target}.`,
    });
  return ({ to: target }) => ({
    yes: `The route ${by.resource.address} (${prefix}) is for ${target}.`,
    no: `The route ${by.resource.address} (${prefix}) is not for ${target}.`,
  });
}
