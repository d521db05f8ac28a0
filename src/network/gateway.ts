import type { Resource } from "../model/index.ts";
import { all, any, follow, is, isOneOf, not, type Truth } from "../value/index.ts";
import { networksOfConfigurations } from "./ip-configurations.ts";
import { answerOnce } from "./lazy.ts";
import { Members } from "./members.ts";
import { isGiven } from "./reading.ts";
import type { Gateway, VirtualNetwork } from "./view.ts";
import type { Views } from "./views.ts";
import { VIRTUAL_NETWORK } from "./virtual-network.ts";

const HUB = "Microsoft.Network/virtualHubs";

/** Types by which on-premises can come in; those of a virtual hub serve the networks connected to it. */
export const GATEWAY_TYPES: ReadonlyMap<string, "network" | "hub"> = new Map([
  ["Microsoft.Network/virtualNetworkGateways", "network"],
  ["Microsoft.Network/expressRouteGateways", "hub"],
  ["Microsoft.Network/vpnGateways", "hub"],
  ["Microsoft.Network/p2svpnGateways", "hub"],
]);

export class GatewayView implements Gateway {
  readonly resource: Resource;
  readonly #views: Views;

  constructor(resource: Resource, views: Views) {
    this.resource = resource;
    this.#views = views;
  }

  get #type(): string {
    return this.resource.type.toLowerCase();
  }

  get kind(): Gateway["kind"] {
    if (this.#type.endsWith("/p2svpngateways")) return "point-to-site";
    if (this.#type.endsWith("/expressroutegateways")) return "expressroute";
    if (this.#type.endsWith("/vpngateways")) return "virtual-wan";
    const kind = this.resource.get("properties.gatewayType");
    if (kind.kind !== "literal") return "unknown";
    return String(kind.value).toLowerCase() === "expressroute" ? "expressroute" : "vpn";
  }

  get networks(): Members<VirtualNetwork> {
    if (this.#type.endsWith("/virtualnetworkgateways")) {
      return networksOfConfigurations(this.resource, this.#views);
    }
    return this.#hub().flatMap((hub) => this.#networksOfHub(hub));
  }

  get connections(): Members<Resource> {
    const isConnection = ({ type }: Resource): boolean =>
      /\/(connections|vpnconnections|expressrouteconnections)$/i.test(type);
    const own = this.resource.children.filter(isConnection);
    const others = this.#views.graph.referrers(this.resource).filter(isConnection);
    const found = [...new Set([...own, ...others])];
    return new Members(
      found.map((one) => ({ is: one, holds: one.exists })),
      this.#views.mayBeExtended(this.resource),
    );
  }

  get pointToSite(): Truth {
    if (this.kind === "point-to-site") return this.resource.exists;
    return isGiven(this.resource.get("properties.vpnClientConfiguration"));
  }

  get bringsOnPremises(): Truth {
    return any(
      this.pointToSite,
      this.connections.some((connection) => not(this.#joinsNetworks(connection))),
    );
  }

  /** A connection whose other end is a gateway in Azure too. */
  #joinsNetworks(connection: Resource): Truth {
    const kind = connection.get("properties.connectionType");
    return any(
      is(kind, "Vnet2Vnet"),
      all(
        not(isOneOf(kind, ["IPsec", "ExpressRoute"])),
        isGiven(connection.get("properties.virtualNetworkGateway2.id")),
      ),
    );
  }

  #hub(): Members<Resource> {
    return this.#views.reference(this.resource, "properties.virtualHub.id", HUB, (found) => found).to;
  }

  #networksOfHub(hub: Resource): Members<VirtualNetwork> {
    const connections = hub.children.filter(({ type }) =>
      type.toLowerCase().endsWith("/hubvirtualnetworkconnections"),
    );
    return Members.union(
      connections.map(
        ({ body }) =>
          this.#views.follow(follow(body, "properties.remoteVirtualNetwork.id"), VIRTUAL_NETWORK, (found) =>
            this.#views.virtualNetwork(found),
          ).to,
      ),
    );
  }
}
answerOnce(GatewayView);
