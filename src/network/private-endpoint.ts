import {
  type PrivateLinkGroup,
  privateLinkGroup,
  privateLinkService,
  requiredZones,
} from "../azure/index.ts";
import type { Resource } from "../model/index.ts";
import {
  any,
  follow,
  isNull,
  isString,
  itemsOf,
  judge,
  no,
  type Truth,
  unknown,
  type Value,
} from "../value/index.ts";
import { answerOnce } from "./lazy.ts";
import { Members, type Reference, type Spot } from "./members.ts";
import { isThere, listAt, valuesAt } from "./reading.ts";
import type { Service } from "./service/view.ts";
import { addressSpaceOf, outside } from "./subnet.ts";
import type {
  AddressSpace,
  EndpointConnection,
  PrivateEndpoint,
  PrivateZone,
  Subnet,
  VirtualNetwork,
  ZoneGroup,
  ZoneRecord,
} from "./view.ts";
import type { Views } from "./views.ts";

const ZONE_GROUP = "microsoft.network/privateendpoints/privatednszonegroups";
export const PRIVATE_ZONE = "Microsoft.Network/privateDnsZones";

export class PrivateEndpointView implements PrivateEndpoint {
  readonly resource: Resource;
  readonly #views: Views;

  constructor(resource: Resource, views: Views) {
    this.resource = resource;
    this.#views = views;
  }

  get location(): Value {
    return this.resource.get("location");
  }

  get subnet(): Reference<Subnet> {
    return this.#views.reference(
      this.resource,
      "properties.subnet.id",
      "Microsoft.Network/virtualNetworks/subnets",
      (found) => this.#views.subnet(found),
    );
  }

  get network(): Members<VirtualNetwork> {
    return this.subnet.to.map((subnet) => subnet.network);
  }

  get addresses(): AddressSpace {
    const written = valuesAt(this.resource, "properties.ipConfigurations[].properties.privateIPAddress");
    return addressSpaceOf(written.map(({ value }) => value));
  }

  get connections(): readonly EndpointConnection[] {
    const under = (path: string, manual: boolean): readonly EndpointConnection[] =>
      listAt(this.resource, path).items.map(
        ({ value, path: at }) => new ConnectionView(this, value, at, manual, this.#views),
      );
    return [
      ...under("properties.privateLinkServiceConnections", false),
      ...under("properties.manualPrivateLinkServiceConnections", true),
    ];
  }

  get zoneGroups(): Members<ZoneGroup> {
    const groups = this.resource.children.filter(({ type }) => type.toLowerCase() === ZONE_GROUP);
    const more = [outside(this.resource), this.#views.mayBeExtended(this.resource)];
    return more.reduce<Members<ZoneGroup>>(
      (members, one) => members.orMore(one),
      new Members(
        groups.map((resource) => ({
          is: new ZoneGroupView(resource, this, this.#views),
          holds: resource.exists,
        })),
      ),
    );
  }

  get hasZoneGroup(): Truth {
    return this.zoneGroups.some();
  }

  get records(): Members<ZoneRecord> {
    return this.#views.recordsOf(this.resource);
  }

  get zones(): Members<PrivateZone> {
    const byGroup = this.zoneGroups.flatMap((group) => Members.union(group.zones.map((zone) => zone.to)));
    return byGroup.and(this.records.map((record) => record.zone));
  }
}
answerOnce(PrivateEndpointView);

class ZoneGroupView implements ZoneGroup {
  readonly resource: Resource;
  readonly endpoint: PrivateEndpoint;
  readonly #views: Views;

  constructor(resource: Resource, endpoint: PrivateEndpoint, views: Views) {
    this.resource = resource;
    this.endpoint = endpoint;
    this.#views = views;
  }

  get zones(): readonly Reference<PrivateZone>[] {
    const list = this.resource.get("properties.privateDnsZoneConfigs");
    const { items, rest } = itemsOf(list);
    return [...items, ...(rest ? [rest] : [])].map((item) => {
      const id = follow(item, "properties.privateDnsZoneId");
      const zone = this.#views.follow(id, PRIVATE_ZONE, (found) => this.#views.privateZone(found));
      return { ...zone, isSet: any(zone.isSet, isNulled(id)) };
    });
  }
}
answerOnce(ZoneGroupView);

/** A zone whose id is null cannot be deployed: a module that is judged by itself waits for whoever gives the zone. */
function isNulled(id: Value): Truth {
  return judge(id, (leaf) => (isNull(leaf) ? unknown("which zone is meant", leaf.origin?.span) : no()));
}

class ConnectionView implements EndpointConnection {
  readonly endpoint: PrivateEndpoint;
  readonly manual: boolean;
  readonly spot: Spot;
  readonly #item: Value;
  readonly #views: Views;

  constructor(endpoint: PrivateEndpoint, item: Value, path: string, manual: boolean, views: Views) {
    this.endpoint = endpoint;
    this.manual = manual;
    this.spot = { resource: endpoint.resource, path };
    this.#item = item;
    this.#views = views;
  }

  get holds(): Truth {
    return isThere(this.#item);
  }

  get name(): Value {
    return follow(this.#item, "name");
  }

  get targetSpot(): Spot {
    return { resource: this.endpoint.resource, path: `${this.spot.path}.properties.privateLinkServiceId` };
  }

  get groupSpot(): Spot {
    return { resource: this.endpoint.resource, path: `${this.spot.path}.properties.groupIds` };
  }

  get target(): Reference<Resource> {
    const reference = this.#views.follow(
      follow(this.#item, "properties.privateLinkServiceId"),
      undefined,
      (found) => found,
    );
    return { ...reference, to: reference.to.where(() => this.holds) };
  }

  get service(): Members<Service> {
    return this.target.to.flatMap((resource) => {
      const service = this.#views.service(resource);
      return service ? Members.of([service]) : Members.none;
    });
  }

  get groupIds(): readonly Value[] {
    const { items, rest } = itemsOf(follow(this.#item, "properties.groupIds"));
    return rest ? [...items, rest] : items;
  }

  get requiredZones(): readonly string[] | undefined {
    const [target] = this.target.to;
    if (!target || !groupOf(target.type, this.groupIds)) return undefined;
    const [zones, ...others] = this.possibleZones;
    return others.length === 0 && zones && zones.length > 0 ? zones : undefined;
  }

  get possibleZones(): readonly (readonly string[])[] {
    const [target] = this.target.to;
    if (!target) return [];
    const kind = target.get("kind");
    const group = groupOf(target.type, this.groupIds);
    const groups = group ? [group] : (privateLinkService(target.type)?.groups ?? []);
    const { cloud } = this.#views.settings;
    return groups.flatMap(
      (one) => requiredZones(one, cloud, isString(kind) ? kind.value : undefined) ?? [[]],
    );
  }
}
answerOnce(ConnectionView);

/** The group of a type that a connection means: the one it names, or the only one when it names none. */
function groupOf(type: string, ids: readonly Value[]): PrivateLinkGroup | undefined {
  const service = privateLinkService(type);
  if (!service) return undefined;
  const [id] = ids;
  if (!id) return service.groups.length === 1 ? service.groups[0] : undefined;
  return isString(id) ? privateLinkGroup(service, id.value) : undefined;
}
