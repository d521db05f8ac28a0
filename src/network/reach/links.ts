import { all, any, isTrue, type Truth, yes } from "../../value/index.ts";
import type { Peering, VirtualNetwork } from "../view.ts";
import type { Views } from "../views.ts";
import { joinedByHub } from "../virtual-hub.ts";
import { sameView } from "../virtual-network.ts";
import { along, type Leg, leg } from "./leg.ts";
import { PairTable } from "./memo.ts";

/** How networks are joined: by peerings, and by virtual hubs. */
export class NetworkLinks {
  readonly #links = new PairTable<VirtualNetwork, VirtualNetwork, Leg>();
  readonly #forwarded = new PairTable<VirtualNetwork, VirtualNetwork, Leg>();
  readonly #views: Views;

  constructor(views: Views) {
    this.#views = views;
  }

  /** Whether something in between may join two networks that are not joined themselves. */
  mayMeet(a: VirtualNetwork, b: VirtualNetwork): Truth {
    return any(this.between(a, b).allowed, all(this.#hasNeighbours(a), this.#hasNeighbours(b)));
  }

  /** Whether a network is joined to anything at all. */
  #hasNeighbours(network: VirtualNetwork): Truth {
    const hubs = [...this.#views.hubs.values()].map((connections) =>
      connections.some((one) => sameView(one.network, network)),
    );
    return any(network.peerings.some(), network.gateways.some(), ...hubs);
  }

  /** From one network into the next for what something there forwards: a peering can refuse that. */
  forwarded(from: VirtualNetwork, to: VirtualNetwork): Leg {
    return this.#forwarded.get(from, to, () => this.#accepted(from, to));
  }

  #accepted(from: VirtualNetwork, to: VirtualNetwork): Leg {
    const link = this.between(from, to);
    if (from === to) return link;
    const accepts = any(
      to.peerings.some((peering) =>
        all(
          peering.remote.to.some((remote) => sameView(remote, from)),
          peering.allowsForwarded,
        ),
      ),
      ...joinedByHub(from, to, this.#views),
    );
    return along(null, link, () =>
      leg(
        accepts,
        () => ({
          yes: `${to.resource.address} accepts what ${from.resource.address} forwards.`,
          no: `${to.resource.address} does not accept what ${from.resource.address} forwards: its peering does not allow forwarded traffic.`,
        }),
        peeringOf(to, from)?.resource.span ?? to.resource.span,
      ),
    );
  }

  /** One network, or two with both halves of a peering, or on one virtual hub. */
  between(a: VirtualNetwork, b: VirtualNetwork): Leg {
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
      const joined = any(peering, ...joinedByHub(a, b, this.#views));
      return leg(
        joined,
        () => ({
          yes: isTrue(peering)
            ? `${a.resource.address} and ${b.resource.address} are peered, both halves connected.`
            : `${a.resource.address} and ${b.resource.address} are connected to one virtual hub.`,
          no: `${a.resource.address} and ${b.resource.address} are not peered with both halves and access allowed.`,
        }),
        peeringOf(a, b)?.resource.span ?? a.resource.span,
      );
    });
  }
}

function peeringOf(from: VirtualNetwork, to: VirtualNetwork): Peering | undefined {
  return [...from.peerings].find((one) => [...one.remote.to].includes(to));
}
