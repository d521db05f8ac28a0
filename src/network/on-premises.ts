import { isRange, parseRange, Ranges } from "../azure/index.ts";
import { all, any, isFalse, isTrue, no, type Truth, unknown, yes } from "../value/index.ts";
import { networksOfResolver } from "./dns.ts";
import { answerOnce } from "./lazy.ts";
import { Members } from "./members.ts";
import type { Gateway, OnPremises, VirtualNetwork } from "./view.ts";
import type { Views } from "./views.ts";
import { lendsGateway, sameView } from "./virtual-network.ts";

const INBOUND_ENDPOINT = "Microsoft.Network/dnsResolvers/inboundEndpoints";

/** Vpn sites and circuits show that on-premises exists although no gateway of the stack leads there. */
const SIGNS = ["Microsoft.Network/vpnSites", "Microsoft.Network/expressRouteCircuits"];

export class OnPremisesView implements OnPremises {
  readonly #views: Views;

  constructor(views: Views) {
    this.#views = views;
  }

  get entries(): Members<Gateway> {
    return new Members(
      this.#views.gateways.map((is) => ({ is, holds: all(is.resource.exists, is.bringsOnPremises) })),
    );
  }

  get exists(): Truth {
    const { onPremises } = this.#views.settings;
    if (onPremises === "none") return no();
    if (onPremises === "expected") return yes();
    const signs = SIGNS.flatMap((type) => this.#views.graph.ofType(type)).filter(
      ({ mode }) => mode === "declared",
    );
    return any(this.entries.some(), ...signs.map((sign) => sign.exists));
  }

  get state(): OnPremises["state"] {
    if (this.#views.settings.onPremises === "none") return "none";
    if (this.entries.size > 0) return "seen";
    return isFalse(this.exists) ? "none" : "expected";
  }

  get egress(): Ranges | undefined {
    const declared = this.#views.settings.onPremisesEgress;
    if (declared.length === 0) return undefined;
    return Ranges.of(...declared.map(parseRange).filter(isRange));
  }

  get forwarders(): Members<VirtualNetwork> {
    const inbound = this.#views.graph
      .ofType(INBOUND_ENDPOINT)
      .map((resource) => networksOfResolver(resource, this.#views).where(() => resource.exists));
    const proxies = this.#views.azureFirewalls.map((firewall) =>
      firewall.networks.where(() => firewall.dnsProxy),
    );
    return Members.union([...inbound, ...proxies, this.#serversInStack()]);
  }

  serves(network: VirtualNetwork): Truth {
    if (isFalse(this.exists)) return no();
    const own = this.entries.some((gateway) => gateway.networks.some((one) => sameView(one, network)));
    const lent = this.entries.some((gateway) => gateway.networks.some((hub) => lendsGateway(hub, network)));
    const seen = any(own, lent);
    if (isTrue(seen)) return seen;
    if (this.entries.size > 0) return seen;
    return unknown("how on-premises comes in: no gateway of it is in this code");
  }

  /** Networks whose DNS servers are addresses in the stack. */
  #serversInStack(): Members<VirtualNetwork> {
    const holders = this.#views.virtualNetworks.flatMap((network) =>
      network.dns.servers
        .filter(({ kind }) => kind === "machine" || kind === "declared-forwarder")
        .map(() => network.dns.resolvers),
    );
    return Members.union(holders);
  }
}
answerOnce(OnPremisesView);
