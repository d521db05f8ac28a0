import type { Resource } from "../model/index.ts";
import { all, any, isUnset, itemsOf, no, type Truth, unknown, type Value } from "../value/index.ts";
import { networkDns } from "./dns.ts";
import { answerOnce } from "./lazy.ts";
import { type Member, Members, type Reference } from "./members.ts";
import { flag, isGiven, unlisted } from "./reading.ts";
import { Referrers } from "./referrers.ts";
import { addressSpaceOf, outside } from "./subnet.ts";
import type {
  AddressSpace,
  AzureFirewall,
  EndpointZone,
  Gateway,
  NetworkDns,
  Peering,
  PrivateZone,
  Subnet,
  VirtualNetwork,
  ZoneLink,
} from "./view.ts";
import type { Views } from "./views.ts";

export const VIRTUAL_NETWORK = "Microsoft.Network/virtualNetworks";
const REMOTE = "properties.remoteVirtualNetwork.id";

export class VirtualNetworkView implements VirtualNetwork {
  readonly resource: Resource;
  readonly #views: Views;

  constructor(resource: Resource, views: Views) {
    this.resource = resource;
    this.#views = views;
  }

  get name(): Value {
    return this.resource.name;
  }

  get location(): Value {
    return this.resource.get("location");
  }

  get addressSpace(): AddressSpace {
    const { items, rest } = itemsOf(this.resource.get("properties.addressSpace.addressPrefixes"));
    return addressSpaceOf(items, rest);
  }

  get dnsServers(): readonly Value[] {
    const { items, rest } = itemsOf(this.resource.get("properties.dhcpOptions.dnsServers"));
    return rest ? [...items, rest] : items;
  }

  get usesOwnDns(): Truth {
    return any(...this.dnsServers.map((server) => (isUnset(server) ? isGiven(server) : isGiven(server))));
  }

  get subnets(): Members<Subnet> {
    const found = this.resource.children
      .map((child) => this.#views.subnet(child))
      .filter((subnet) => subnet !== undefined);
    return new Members(
      found.map((is) => ({ is, holds: is.resource.exists })),
      any(
        outside(this.resource),
        unlisted(this.resource, "properties.subnets", "subnets"),
        this.#views.mayBeExtended(this.resource),
      ),
    );
  }

  get peerings(): Members<Peering> {
    return this.#views.peeringsFrom(this.resource);
  }

  peeringsTo(network: VirtualNetwork): Members<Peering> {
    const leading = this.referrers.of(Members.of([network.resource]));
    return new Members(leading, this.peerings.more).where((peering) =>
      peering.remote.to.some((one) => sameView(one, network)),
    );
  }

  private get referrers(): Referrers<Member<Peering>> {
    const byRemote = new Referrers<Member<Peering>>();
    for (const peering of this.peerings.seen)
      byRemote.add(
        peering,
        peering.is.remote.to.map(({ resource }) => resource),
      );
    return byRemote;
  }

  get peers(): Members<VirtualNetwork> {
    return this.peerings.where((peering) => peering.connected).flatMap((peering) => peering.remote.to);
  }

  get zoneLinks(): Members<ZoneLink> {
    return this.#views.linksTo(this.resource);
  }

  get gateways(): Members<Gateway> {
    const here = this.#views.gateways.map((is) => ({
      is,
      holds: is.networks.some((network) => sameView(network, this)),
    }));
    return new Members(
      here.filter(({ holds }) => !(holds.kind === "decided" && !holds.value)),
      any(outside(this.resource), this.#views.mayBeExtended(this.resource)),
    );
  }

  get azureFirewalls(): Members<AzureFirewall> {
    const here = this.#views.azureFirewalls.map((is) => ({
      is,
      holds: is.networks.some((network) => sameView(network, this)),
    }));
    return new Members(here.filter(({ holds }) => !(holds.kind === "decided" && !holds.value)));
  }

  get onPremisesServes(): Truth {
    return this.#views.onPremises.serves(this);
  }

  get defaultRouteFromHub(): Truth {
    return any(
      ...[...this.#views.hubs.values()].map((connections) =>
        connections.some(({ network, bringsDefaultRoute }) =>
          network.resource === this.resource ? bringsDefaultRoute : no(),
        ),
      ),
    );
  }

  get dns(): NetworkDns {
    return networkDns(this, this.#views);
  }

  get endpointZones(): readonly EndpointZone[] {
    const zones = new Map<PrivateZone, Member<Resource>[]>();
    for (const { occupants } of this.subnets) {
      for (const { is: occupant, holds: lies } of occupants.seen) {
        if (occupant.kind !== "private-endpoint") continue;
        for (const { is: zone, holds: registers } of occupant.endpoint.zones.seen) {
          const registered = { is: occupant.endpoint.resource, holds: all(lies, registers) };
          zones.set(zone, [...(zones.get(zone) ?? []), registered]);
        }
      }
    }
    return [...zones].flatMap(([zone, endpoints]) => {
      // The first one stands for all: a network may have many endpoints, but few zones to ask about.
      const { seen } = new Members(endpoints);
      return seen[0] ? [{ zone, endpoint: seen[0].is, holds: any(...seen.map(({ holds }) => holds)) }] : [];
    });
  }
}
answerOnce(VirtualNetworkView);

export class PeeringView implements Peering {
  readonly resource: Resource;
  readonly local: VirtualNetwork;
  readonly #views: Views;

  constructor(resource: Resource, local: VirtualNetwork, views: Views) {
    this.resource = resource;
    this.local = local;
    this.#views = views;
  }

  get remote(): Reference<VirtualNetwork> {
    return this.#views.reference(this.resource, REMOTE, VIRTUAL_NETWORK, (found) =>
      this.#views.virtualNetwork(found),
    );
  }

  get reverse(): Members<Peering> {
    const back = this.remote.to.flatMap((remote) => remote.peeringsTo(this.local));
    return back.orMore(any(...this.#views.strayPeerings.map((one) => this.#mayAnswer(one))));
  }

  /** Whether a peering of which nobody can tell in which network it lies may be the other half. */
  #mayAnswer(stray: Resource): Truth {
    if (stray === this.resource) return no();
    const leads = this.#views
      .reference(stray, REMOTE, VIRTUAL_NETWORK, (found) => this.#views.virtualNetwork(found))
      .to.some((network) => sameView(network, this.local));
    return all(stray.exists, leads, unknown(`in which network ${stray.address} lies`, stray.span));
  }

  get connected(): Truth {
    return this.reverse.some();
  }

  get allowsAccess(): Truth {
    return flag(this.resource, "properties.allowVirtualNetworkAccess", true);
  }

  get allowsForwarded(): Truth {
    return flag(this.resource, "properties.allowForwardedTraffic", false);
  }

  get allowsGatewayTransit(): Truth {
    return flag(this.resource, "properties.allowGatewayTransit", false);
  }

  get usesRemoteGateways(): Truth {
    return flag(this.resource, "properties.useRemoteGateways", false);
  }
}
answerOnce(PeeringView);

/** Whether two views are of one resource. Views are made once for each, so identity says it. */
export function sameView(a: { readonly resource: Resource }, b: { readonly resource: Resource }): Truth {
  return { kind: "decided", value: a.resource === b.resource, evidence: [] };
}

/** Networks that share a gateway: `hub` lends its own to `spoke`, both halves say so. */
export function lendsGateway(hub: VirtualNetwork, spoke: VirtualNetwork): Truth {
  return spoke.peerings.some((peering) =>
    all(
      peering.remote.to.some((remote) => sameView(remote, hub)),
      peering.usesRemoteGateways,
      peering.reverse.some((back) => back.allowsGatewayTransit),
    ),
  );
}
