import type { Resource } from "../../model/index.ts";
import { isString } from "../../value/index.ts";
import type { AddressSpace, PrivateEndpoint, Subnet } from "../view.ts";
import type { Views } from "../views.ts";
import { remembered } from "./memo.ts";

/** What packets are sent to. */
export interface Destination {
  readonly subnet: Subnet;
  /** What lies there; the subnet as a whole when left out. */
  readonly resource?: Resource;
  /** Its own address as far as the code says it; any of the subnet's when left out. */
  readonly address?: AddressSpace;
  /** Azure gives a private endpoint a route for its address alone. */
  readonly isEndpoint?: boolean;
}

/** A private endpoint as a destination, in the subnet that it may lie in. */
export function toEndpoint(endpoint: PrivateEndpoint, subnet: Subnet): Destination {
  return { subnet, resource: endpoint.resource, address: endpoint.addresses, isEndpoint: true };
}

export function nameOf({ subnet, resource = subnet.resource }: Destination): string {
  return resource.address;
}

/** Tells destinations apart as far as routes and firewalls do: those with one key are the same to every packet. */
export class DestinationKeys {
  readonly #views: Views;
  readonly #keys = new WeakMap<Destination, number>();
  readonly #numbers = new Map<string, number>();
  #named: ReadonlySet<Resource | undefined> | undefined;

  constructor(views: Views) {
    this.#views = views;
  }

  of(to: Destination): number {
    const known = this.#keys.get(to);
    if (known !== undefined) return known;
    const { subnet, resource, address, isEndpoint = false } = to;
    this.#named ??= namedByRoutes(this.#views);
    const own = resource && this.#named.has(resource) ? resource.address : "";
    const text = [subnet.resource.address, own, written(address), isEndpoint].join("|");
    // Keys are compared for every pair: a number is shorter than a few names.
    const key = remembered(this.#numbers, text, () => this.#numbers.size);
    this.#keys.set(to, key);
    return key;
  }
}

/** An address of which a part is known only after deployment counts as none: the subnet's addresses stand for it. */
function written(address: AddressSpace | undefined): string {
  if (!address?.unknown.every(isString)) return "";
  return [address.known, ...address.unknown.map(({ value }) => value)].join();
}

/** What routes are for, or lead to, by its own name. */
function namedByRoutes({ subnets }: Views): ReadonlySet<Resource | undefined> {
  const routes = subnets.flatMap(({ routeTable }) =>
    [...routeTable.to].flatMap((table) => [...table.routes]),
  );
  return new Set([...new Set(routes)].flatMap(({ addressOf, owner }) => [addressOf, ...owner]));
}
