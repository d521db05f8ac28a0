import { isMalformed, parseRange, Ranges } from "../azure/index.ts";
import type { Resource } from "../model/index.ts";
import {
  any,
  casesOf,
  decided,
  describe,
  follow,
  is,
  isString,
  isUnset,
  itemsOf,
  judge,
  memberIgnoringCase,
  no,
  not,
  type Truth,
  unknown,
  type Value,
  yes,
} from "../value/index.ts";
import { answerOnce } from "./lazy.ts";
import { Members, type Reference } from "./members.ts";
import { flag, isThere, listAt } from "./reading.ts";
import type {
  AddressSpace,
  Delegation,
  Nsg,
  Occupant,
  ReservedSubnet,
  RouteTable,
  ServiceEndpoint,
  Subnet,
  VirtualNetwork,
} from "./view.ts";
import type { Views } from "./views.ts";

const RESERVED: ReadonlyMap<string, ReservedSubnet> = new Map([
  ["gatewaysubnet", "gateway"],
  ["azurefirewallsubnet", "firewall"],
  ["azurefirewallmanagementsubnet", "firewall-management"],
  ["azurebastionsubnet", "bastion"],
  ["routeserversubnet", "route-server"],
  ["virtualnetworkappliancesubnet", "routing-appliance"],
]);

/** Whether a value is given to the stack, or picked out of what is, and nothing is known of it. */
function isFromInput(value: Value): boolean {
  if (value.kind !== "symbol" || value.domain) return false;
  if (value.reason === "input") return true;
  const [from] = (value.operator && PICKING.has(value.operator) && value.operands) || [];
  return from !== undefined && isFromInput(from);
}

const PICKING: ReadonlySet<string> = new Set([".", "[]", "each"]);

/** Addresses that some values stand for; malformed ones are among the values only. */
export function addressSpaceOf(values: readonly Value[], more?: Value): AddressSpace {
  let known = Ranges.none;
  const unknowns: Value[] = more ? [more] : [];
  for (const value of values) {
    for (const { value: leaf } of casesOf(value)) {
      if (isUnset(leaf)) continue;
      if (!isString(leaf) || value.kind === "choice") unknowns.push(leaf);
      else {
        const range = parseRange(leaf.value);
        if (!isMalformed(range)) known = known.union(Ranges.of(range));
      }
    }
  }
  return { known, unknown: unknowns, values };
}

export class SubnetView implements Subnet {
  readonly resource: Resource;
  readonly network: VirtualNetwork;
  readonly #views: Views;

  constructor(resource: Resource, network: VirtualNetwork, views: Views) {
    this.resource = resource;
    this.network = network;
    this.#views = views;
  }

  get name(): Value {
    return this.resource.name;
  }

  get prefixes(): AddressSpace {
    const list = this.resource.get("properties.addressPrefixes");
    const single = this.resource.get("properties.addressPrefix");
    const { items, rest } = itemsOf(list);
    const singles = isUnset(single) || (items.length > 0 && single.kind === "symbol") ? [] : [single];
    return addressSpaceOf([...items, ...singles], singles.length > 0 ? undefined : rest);
  }

  get nsg(): Reference<Nsg> {
    return this.#attached(
      "properties.networkSecurityGroup.id",
      "Microsoft.Network/networkSecurityGroups",
      (found) => this.#views.nsg(found),
    );
  }

  get routeTable(): Reference<RouteTable> {
    return this.#attached("properties.routeTable.id", "Microsoft.Network/routeTables", (found) =>
      this.#views.routeTable(found),
    );
  }

  get natGateway(): Reference<Resource> {
    return this.#attached("properties.natGateway.id", "Microsoft.Network/natGateways", (found) => found);
  }

  get delegations(): Members<Delegation> {
    const { items, more } = listAt(this.resource, "properties.delegations");
    return new Members(
      items.map(({ value, path }) => ({
        is: {
          service: follow(value, "properties.serviceName"),
          spot: { resource: this.resource, path: `${path}.properties.serviceName` },
        },
        holds: isThere(value),
      })),
      more,
    );
  }

  get serviceEndpoints(): Members<ServiceEndpoint> {
    const { items, more } = listAt(this.resource, "properties.serviceEndpoints");
    return new Members(
      items.map(({ value, path }) => ({
        is: {
          service:
            value.kind === "object" || value.kind === "choice" ? memberIgnoringCase(value, "service") : value,
          subnet: this,
          spot: { resource: this.resource, path: `${path}.service` },
        },
        holds: isThere(value),
      })),
      more,
    );
  }

  get serviceEndpointPolicies(): Reference<Resource>[] {
    return listAt(this.resource, "properties.serviceEndpointPolicies").items.map(({ value }) =>
      this.#views.follow(follow(value, "id"), "Microsoft.Network/serviceEndpointPolicies", (found) => found),
    );
  }

  get reserved(): ReservedSubnet | undefined {
    if (isString(this.name)) return RESERVED.get(this.name.value.toLowerCase());
    // Where the name is not known, what lies in the subnet may leave no other.
    const [owner] = this.occupants;
    if (owner?.kind !== "service") return undefined;
    const names = [...owner.placement.ways].map(({ subnet }) => subnet.requiredName?.toLowerCase() ?? "");
    return new Set(names).size === 1 ? RESERVED.get(names[0] ?? "") : undefined;
  }

  get mayBeReserved(): Truth {
    if (this.reserved) return yes();
    if (!isFromInput(this.name) || this.occupants.size > 0 || this.delegations.size > 0) return no();
    return unknown(
      `whether ${describe(this.name)} is a name that Azure reserves`,
      this.name.origin?.span ?? this.resource.span,
    );
  }

  get endpointPolicies(): { readonly nsg: Truth; readonly routes: Truth } {
    const value = this.resource.get("properties.privateEndpointNetworkPolicies");
    const acts = (...values: readonly string[]): Truth =>
      judge(value, (leaf) =>
        // Not set means Disabled, as documented.
        isUnset(leaf) ? no({ value: leaf }) : any(...["Enabled", ...values].map((one) => is(leaf, one))),
      );
    return { nsg: acts("NetworkSecurityGroupEnabled"), routes: acts("RouteTableEnabled") };
  }

  get defaultOutboundAccess(): Truth {
    return flag(this.resource, "properties.defaultOutboundAccess", true);
  }

  get occupants(): Members<Occupant> {
    return this.#views.occupantsOf(this.resource);
  }

  get holdsClients(): Truth {
    if (this.reserved) return no();
    return not(this.delegations.some(({ service }) => is(service, "Microsoft.Network/dnsResolvers")));
  }

  hasServiceEndpoint(service: string): Truth {
    const global = `${service}.Global`;
    return this.serviceEndpoints.some(({ service: name }) =>
      judge(name, (leaf) => (isUnset(leaf) ? decided(false) : any(is(leaf, service), is(leaf, global)))),
    );
  }

  /** What an association can attach too: an opaque module may have done so. */
  #attached<V>(path: string, type: string, view: (found: Resource) => V | undefined): Reference<V> {
    const reference = this.#views.reference(this.resource, path, type, view);
    if (reference.isSet.kind === "decided" && reference.isSet.value) return reference;
    const maybe = this.#views.mayBeExtended(this.resource, this.network.resource);
    if (maybe.kind === "decided") return reference;
    return {
      value: reference.value,
      isSet: any(reference.isSet, maybe),
      to: reference.to.orMore(maybe),
    };
  }
}
answerOnce(SubnetView);

/** Why nothing more can be said of what lies outside the stack. */
export function outside(resource: Resource): Truth {
  return resource.mode === "existing"
    ? unknown(`${describe(resource.name)} lies outside this code`, resource.span)
    : no();
}
