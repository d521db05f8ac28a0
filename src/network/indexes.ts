import { isMalformed, parseRange, Ranges } from "../azure/index.ts";
import { type Resource, sameType } from "../model/index.ts";
import {
  all,
  any,
  describe,
  equal,
  follow,
  isFalse,
  isOneOf,
  isString,
  itemsOf,
  type Truth,
  unknown,
  type Value,
} from "../value/index.ts";
import { HandedOut } from "./handed.ts";
import { answerOnce } from "./lazy.ts";
import type { Member, Members } from "./members.ts";
import { ownerOf } from "./owner.ts";
import { ASSOCIATION, PerimeterAssociationView } from "./perimeter.ts";
import { A_RECORD, ZONE_LINK, ZoneLinkView, ZoneRecordView } from "./private-zone.ts";
import { unlisted } from "./reading.ts";
import type { Service } from "./service/view.ts";
import type {
  EndpointConnection,
  NetworkInterface,
  Occupant,
  PerimeterAssociation,
  PrivateEndpoint,
  Subnet,
  ZoneLink,
  ZoneRecord,
} from "./view.ts";
import type { Views } from "./views.ts";

/** A connection of which nobody can tell where it leads. */
export interface OpenConnection {
  readonly connection: EndpointConnection;
  readonly value: Value;
  readonly doubt: Truth;
}

interface ConnectionIndex {
  readonly byTarget: ReadonlyMap<Resource, readonly Member<EndpointConnection>[]>;
  readonly unknown: readonly OpenConnection[];
}

interface RecordIndex {
  readonly byOwner: ReadonlyMap<Resource, readonly Member<ZoneRecord>[]>;
  /** Records whose addresses nobody can tell. */
  readonly unknown: readonly Truth[];
}

type Attachments = Readonly<Record<"nsg" | "routeTable", ReadonlyMap<Resource, readonly Member<Subnet>[]>>>;

/** A place that names resources, but nobody can tell which, or under which subnets. */
interface OpenPlace {
  readonly value: Value;
  readonly doubt: Truth;
}

/** What has an address that a route can lead to. */
const ADDRESSED = [
  "Microsoft.Network/azureFirewalls",
  "Microsoft.Network/networkInterfaces",
  "Microsoft.Network/loadBalancers",
];

/** Who refers to whom, by kind of reference: each index is made once, when it is first asked for. */
export class Indexes {
  readonly #views: Views;

  constructor(views: Views) {
    this.#views = views;
  }

  get handed(): HandedOut {
    return new HandedOut(this.#views.graph);
  }

  get allLinks(): readonly Member<ZoneLink>[] {
    return this.#views.graph.ofType(ZONE_LINK).flatMap((resource) => {
      const zone = resource.parent && this.#views.privateZone(resource.parent);
      return zone ? [{ is: new ZoneLinkView(resource, zone, this.#views), holds: resource.exists }] : [];
    });
  }

  get linksByZone(): ReadonlyMap<Resource, readonly Member<ZoneLink>[]> {
    const index = new Map<Resource, Member<ZoneLink>[]>();
    for (const link of this.allLinks) push(index, link.is.zone.resource, link);
    return index;
  }

  get linksByNetwork(): ReadonlyMap<Resource, readonly Member<ZoneLink>[]> {
    const index = new Map<Resource, Member<ZoneLink>[]>();
    for (const { is, holds } of this.allLinks)
      for (const linked of is.network.to.seen)
        push(index, linked.is.resource, { is, holds: all(holds, linked.holds) });
    return index;
  }

  get endpointsByZone(): ReadonlyMap<Resource, readonly Member<PrivateEndpoint>[]> {
    const index = new Map<Resource, Member<PrivateEndpoint>[]>();
    for (const endpoint of this.#views.privateEndpoints)
      for (const { is, holds } of endpoint.zones.seen)
        push(index, is.resource, { is: endpoint, holds: all(holds, endpoint.resource.exists) });
    return index;
  }

  /** Whether a link leads to a network of which nobody can tell which one it is. */
  get linksToUnknown(): Truth {
    return any(...this.allLinks.map(({ is, holds }) => all(holds, is.network.to.more)));
  }

  get recordsByEndpoint(): RecordIndex {
    const byOwner = new Map<Resource, Member<ZoneRecord>[]>();
    const open: Truth[] = [];
    for (const resource of this.#views.graph.ofType(A_RECORD)) {
      const zone = resource.parent && this.#views.privateZone(resource.parent);
      if (!zone) continue;
      const record = new ZoneRecordView(resource, zone, this.#views);
      for (const address of record.addresses) {
        const owner = this.#endpointBehind(address);
        if (owner) push(byOwner, owner, { is: record, holds: resource.exists });
        else if (isString(address)) {
          for (const endpoint of this.#endpointsThatMayGet(address.value, record)) {
            const gets = unknown(
              `whether Azure gives ${endpoint.address} the address ${address.value}`,
              endpoint.span,
            );
            push(byOwner, endpoint, { is: record, holds: all(resource.exists, gets) });
          }
        } else if (address.kind === "symbol" && address.reason !== "input") {
          open.push(
            all(resource.exists, unknown(`whose address ${describe(address)} is`, address.origin?.span)),
          );
        }
      }
    }
    return { byOwner, unknown: open };
  }

  /** The endpoint that an address belongs to: its own, its interface's, or an equal one that it writes down. */
  #endpointBehind(address: Value): Resource | undefined {
    const owner = ownerOf(this.#views.graph, address);
    if (owner && this.#views.privateEndpoint(owner)) return owner;
    if (owner && sameType(owner.type, "Microsoft.Network/networkInterfaces")) {
      const named = ownerOf(this.#views.graph, owner.name);
      if (named && this.#views.privateEndpoint(named)) return named;
    }
    if (!isString(address)) return undefined;
    return this.addressesOfEndpoints.get(address.value);
  }

  /** Endpoints of the record's target whose address Azure chooses from a subnet that holds the written one. */
  #endpointsThatMayGet(address: string, { zone, name }: ZoneRecord): readonly Resource[] {
    const range = parseRange(address);
    if (isMalformed(range)) return [];
    return this.#views.privateEndpoints
      .filter(
        ({ resource, subnet, connections }) =>
          writtenAddresses(resource).length === 0 &&
          [...subnet.to].some(({ prefixes }) => prefixes.known.covers(Ranges.of(range))) &&
          connections.some(
            ({ possibleZones, target }) =>
              !isFalse(isOneOf(zone.name, possibleZones.flat())) &&
              [...target.to].some((one) => !isFalse(equal(name, one.name, "ignore-case"))),
          ),
      )
      .map(({ resource }) => resource);
  }

  get addressesOfEndpoints(): ReadonlyMap<string, Resource> {
    const byAddress = new Map<string, Resource>();
    for (const { resource } of this.#views.privateEndpoints) {
      for (const value of writtenAddresses(resource)) byAddress.set(value, resource);
    }
    return byAddress;
  }

  get connections(): ConnectionIndex {
    const byTarget = new Map<Resource, Member<EndpointConnection>[]>();
    const open: OpenConnection[] = [];
    for (const endpoint of this.#views.privateEndpoints) {
      for (const connection of endpoint.connections) {
        const { to, value } = connection.target;
        for (const { is, holds } of to.seen) {
          push(byTarget, is, { is: connection, holds: all(holds, endpoint.resource.exists) });
        }
        if (to.more.kind !== "decided")
          open.push({ connection, value, doubt: all(endpoint.resource.exists, to.more) });
      }
    }
    return { byTarget, unknown: open };
  }

  get occupants(): ReadonlyMap<Resource, readonly Member<Occupant>[]> {
    const index = new Map<Resource, Member<Occupant>[]>();
    const add = (subnets: Members<Subnet>, occupant: Occupant): void => {
      for (const { is, holds } of subnets.seen) {
        push(index, is.resource, { is: occupant, holds: all(holds, occupant.resource.exists) });
      }
    };
    for (const endpoint of this.#views.privateEndpoints) {
      add(endpoint.subnet.to, { kind: "private-endpoint", resource: endpoint.resource, endpoint });
    }
    for (const one of this.#views.interfaces)
      add(one.subnets, { kind: "interface", resource: one.resource, interface: one });
    for (const placement of this.#views.placements) {
      add(placement.subnet.to, { kind: "service", resource: placement.resource, placement });
    }
    return index;
  }

  /** Where something is put into a subnet of which nobody can tell which it is. */
  get openOccupants(): readonly (OpenPlace & { readonly resource: Resource })[] {
    const references = [
      ...this.#views.privateEndpoints.map(({ resource, subnet }) => ({ resource, subnet })),
      ...this.#views.interfaces.flatMap(({ resource, configurations }) =>
        configurations.map(({ subnet }) => ({ resource, subnet })),
      ),
      ...this.#views.placements.map(({ resource, subnet }) => ({ resource, subnet })),
    ];
    return references
      .map(({ resource, subnet: { value, to } }) => ({
        resource,
        value,
        doubt: all(resource.exists, to.more),
      }))
      .filter(({ doubt }) => doubt.kind === "unknown");
  }

  get associations(): ReadonlyMap<Resource, readonly Member<PerimeterAssociation>[]> {
    const index = new Map<Resource, Member<PerimeterAssociation>[]>();
    for (const resource of this.#views.graph.ofType(ASSOCIATION)) {
      const association = new PerimeterAssociationView(resource, this.#views);
      for (const { is, holds } of association.target.to.seen) {
        push(index, is, { is: association, holds: all(holds, resource.exists) });
      }
    }
    return index;
  }

  get attachments(): Attachments {
    const nsg = new Map<Resource, Member<Subnet>[]>();
    const routeTable = new Map<Resource, Member<Subnet>[]>();
    for (const subnet of this.#views.subnets) {
      for (const { is, holds } of subnet.nsg.to.seen) push(nsg, is.resource, { is: subnet, holds });
      for (const { is, holds } of subnet.routeTable.to.seen)
        push(routeTable, is.resource, { is: subnet, holds });
    }
    return { nsg, routeTable };
  }

  /** Where subnets or interfaces are given what cannot be told: ids that lead nowhere, and lists of subnets of unknown length. */
  get openAttachments(): readonly OpenPlace[] {
    const { subnets, interfaces, virtualNetworks } = this.#views;
    const references = [
      ...subnets.flatMap(({ nsg, routeTable }) => [nsg, routeTable]),
      ...interfaces.map(({ nsg }) => nsg),
    ];
    const lists = virtualNetworks.flatMap(({ resource }) => {
      const { rest } = itemsOf(resource.get("properties.subnets"));
      const doubt = unlisted(resource, "properties.subnets", "subnets");
      return rest ? [{ value: rest, doubt }] : [];
    });
    const ids = references.map(({ value, to }) => ({ value, doubt: to.more }));
    return [...ids, ...lists].filter(({ doubt }) => doubt.kind === "unknown");
  }

  get guarded(): ReadonlyMap<Resource, readonly Member<NetworkInterface>[]> {
    const index = new Map<Resource, Member<NetworkInterface>[]>();
    for (const one of this.#views.interfaces) {
      for (const { is, holds } of one.nsg.to.seen) push(index, is.resource, { is: one, holds });
    }
    return index;
  }

  /** Firewalls, interfaces and load balancers by the addresses that they write down for themselves. */
  get writersByAddress(): ReadonlyMap<string, readonly Resource[]> {
    const index = new Map<string, Resource[]>();
    for (const resource of ADDRESSED.flatMap((type) => this.#views.graph.ofType(type))) {
      const configurations = ["properties.ipConfigurations", "properties.frontendIPConfigurations"].flatMap(
        (path) => itemsOf(resource.get(path)).items,
      );
      const addresses = configurations
        .map((one) => follow(one, "properties.privateIPAddress"))
        .flatMap((address) => (isString(address) ? [address.value.toLowerCase()] : []));
      for (const address of new Set(addresses)) push(index, address, resource);
    }
    return index;
  }

  get interfacesByMachine(): ReadonlyMap<Resource, readonly NetworkInterface[]> {
    const index = new Map<Resource, NetworkInterface[]>();
    for (const one of this.#views.interfaces) for (const machine of one.machine) push(index, machine, one);
    return index;
  }

  /** By the service that an endpoint names, without case. */
  get servicesByEndpoint(): ReadonlyMap<string, readonly Service[]> {
    const index = new Map<string, Service[]>();
    for (const one of this.#views.services)
      if (one.serviceEndpoint) push(index, one.serviceEndpoint.toLowerCase(), one);
    return index;
  }
}
answerOnce(Indexes);

function push<K, V>(index: Map<K, V[]>, key: K, one: V): void {
  const list = index.get(key);
  if (list) list.push(one);
  else index.set(key, [one]);
}

/** Addresses that an endpoint writes down for itself. */
function writtenAddresses(endpoint: Resource): readonly string[] {
  const configurations = itemsOf(endpoint.get("properties.ipConfigurations")).items;
  return configurations
    .map((one) => follow(one, "properties.privateIPAddress"))
    .filter(isString)
    .map(({ value }) => value);
}
