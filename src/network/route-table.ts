import type { Resource } from "../model/index.ts";
import { any, isString, not, partsOf, type Truth, type Value } from "../value/index.ts";
import { answerOnce } from "./lazy.ts";
import { Members } from "./members.ts";
import { ownerOf } from "./owner.ts";
import { flag } from "./reading.ts";
import { addressSpaceOf, outside } from "./subnet.ts";
import type { AddressSpace, Route, RouteTable, Subnet } from "./view.ts";
import type { Views } from "./views.ts";

const ROUTE = "microsoft.network/routetables/routes";

export class RouteTableView implements RouteTable {
  readonly resource: Resource;
  readonly #views: Views;

  constructor(resource: Resource, views: Views) {
    this.resource = resource;
    this.#views = views;
  }

  get routes(): Members<Route> {
    const routes = this.resource.children.filter(({ type }) => type.toLowerCase() === ROUTE);
    return new Members(
      routes.map((resource) => ({ is: new RouteView(resource, this.#views), holds: resource.exists })),
      any(outside(this.resource), this.#views.mayBeExtended(this.resource)),
    );
  }

  get subnets(): Members<Subnet> {
    return this.#views.subnetsUsing("routeTable", this.resource);
  }

  get propagatesGatewayRoutes(): Truth {
    return not(flag(this.resource, "properties.disableBgpRoutePropagation", false));
  }
}
answerOnce(RouteTableView);

class RouteView implements Route {
  readonly resource: Resource;
  readonly #views: Views;

  constructor(resource: Resource, views: Views) {
    this.resource = resource;
    this.#views = views;
  }

  get prefix(): Value {
    return this.resource.get("properties.addressPrefix");
  }

  get nextHop(): Value {
    return this.resource.get("properties.nextHopType");
  }

  get nextHopAddress(): Value {
    return this.resource.get("properties.nextHopIpAddress");
  }

  get destinations(): AddressSpace {
    return addressSpaceOf([this.prefix]);
  }

  get hop(): AddressSpace {
    return addressSpaceOf([this.nextHopAddress]);
  }

  get addressOf(): Resource | undefined {
    if (this.prefix.kind !== "template") return undefined;
    const parts = partsOf(this.prefix);
    const [address, length] = parts;
    const isOne = parts.length === 2 && length && isString(length) && length.value === "/32";
    return address && isOne ? ownerOf(this.#views.graph, address) : undefined;
  }

  get owner(): Members<Resource> {
    const address = this.nextHopAddress;
    const owner = ownerOf(this.#views.graph, address);
    if (owner) return Members.of([owner]);
    if (!isString(address)) return Members.none;
    const writers = this.#views.writersOf(address.value);
    const firewalls = this.#views.azureFirewalls
      .filter((firewall) => !writers.includes(firewall.resource) && firewall.mayHave(address.value))
      .map(({ resource }) => resource);
    return Members.of([...new Set([...writers, ...firewalls])]);
  }
}
answerOnce(RouteView);
