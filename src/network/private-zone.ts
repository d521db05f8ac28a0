import type { Resource } from "../model/index.ts";
import { all, any, follow, is, itemsOf, type Truth, type Value } from "../value/index.ts";
import { answerOnce } from "./lazy.ts";
import { Members, type Reference } from "./members.ts";
import { flag } from "./reading.ts";
import { outside } from "./subnet.ts";
import type { PrivateEndpoint, PrivateZone, VirtualNetwork, ZoneLink, ZoneRecord } from "./view.ts";
import type { Views } from "./views.ts";
import { sameView, VIRTUAL_NETWORK } from "./virtual-network.ts";

export const ZONE_LINK = "microsoft.network/privatednszones/virtualnetworklinks";
export const A_RECORD = "microsoft.network/privatednszones/a";

export class PrivateZoneView implements PrivateZone {
  readonly resource: Resource;
  readonly #linked = new Map<VirtualNetwork, Truth>();
  readonly #answers = new Map<VirtualNetwork, Truth>();
  readonly #views: Views;

  constructor(resource: Resource, views: Views) {
    this.resource = resource;
    this.#views = views;
  }

  get name(): Value {
    return this.resource.name;
  }

  get links(): Members<ZoneLink> {
    return this.#views.linksOf(this.resource);
  }

  get records(): Members<ZoneRecord> {
    const records = this.resource.children.filter(({ type }) => type.toLowerCase() === A_RECORD);
    return new Members(
      records.map((resource) => ({
        is: new ZoneRecordView(resource, this, this.#views),
        holds: resource.exists,
      })),
      any(outside(this.resource), this.#views.mayBeExtended(this.resource)),
    );
  }

  get usedBy(): Members<PrivateEndpoint> {
    return this.#views.endpointsOfZone(this.resource);
  }

  isLinkedTo(network: VirtualNetwork): Truth {
    const known = this.#linked.get(network);
    if (known) return known;
    const here = any(...(this.linkedNetworks.get(network) ?? []), this.linkedElsewhere, this.links.more);
    const truth = any(here, this.#views.mayBeExtended(network.resource));
    this.#linked.set(network, truth);
    return truth;
  }

  answersIn(network: VirtualNetwork): Truth {
    const known = this.#answers.get(network);
    if (known) return known;
    const truth = network.dns.resolvers.some((resolver) => this.isLinkedTo(resolver));
    this.#answers.set(network, truth);
    return truth;
  }

  /** Whether links lead to networks of which nobody can tell which ones they are. */
  get linkedElsewhere(): Truth {
    return any(...this.links.seen.map(({ is, holds }) => all(holds, is.network.to.more)));
  }

  /** Conditions under which each network is linked. */
  get linkedNetworks(): ReadonlyMap<VirtualNetwork, readonly Truth[]> {
    const networks = new Map<VirtualNetwork, Truth[]>();
    for (const { is: link, holds } of this.links.seen) {
      for (const { is: network, holds: leads } of link.network.to.seen) {
        networks.set(network, [...(networks.get(network) ?? []), all(holds, leads)]);
      }
    }
    return networks;
  }
}
answerOnce(PrivateZoneView);

export class ZoneLinkView implements ZoneLink {
  readonly resource: Resource;
  readonly zone: PrivateZone;
  readonly #views: Views;

  constructor(resource: Resource, zone: PrivateZone, views: Views) {
    this.resource = resource;
    this.zone = zone;
    this.#views = views;
  }

  get network(): Reference<VirtualNetwork> {
    return this.#views.reference(this.resource, "properties.virtualNetwork.id", VIRTUAL_NETWORK, (found) =>
      this.#views.virtualNetwork(found),
    );
  }

  get registers(): Truth {
    return flag(this.resource, "properties.registrationEnabled", false);
  }

  get fallsBack(): Truth {
    const policy = this.resource.get("properties.resolutionPolicy");
    return is(policy, "NxDomainRedirect");
  }
}
answerOnce(ZoneLinkView);

export class ZoneRecordView implements ZoneRecord {
  readonly resource: Resource;
  readonly zone: PrivateZone;
  readonly #views: Views;

  constructor(resource: Resource, zone: PrivateZone, views: Views) {
    this.resource = resource;
    this.zone = zone;
    this.#views = views;
  }

  get name(): Value {
    return this.resource.name;
  }

  get addresses(): readonly Value[] {
    const { items, rest } = itemsOf(this.resource.get("properties.aRecords"));
    return [...items, ...(rest ? [rest] : [])].map((item) =>
      item.kind === "symbol" ? item : follow(item, "ipv4Address"),
    );
  }

  get endpoints(): Members<PrivateEndpoint> {
    const found = this.#views.privateEndpoints.map((is) => ({
      is,
      record: this.#views.recordsOf(is.resource),
    }));
    return new Members(
      found.map(({ is, record }) => ({
        is,
        holds:
          record.where((one) => sameView(one, this)).seen.length > 0
            ? is.resource.exists
            : { kind: "decided", value: false, evidence: [] },
      })),
    );
  }
}
answerOnce(ZoneRecordView);
