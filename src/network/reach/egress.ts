import { Ports, serviceEndpoint } from "../../azure/index.ts";
import type { Resource } from "../../model/index.ts";
import {
  any,
  describe,
  isFalse,
  isString,
  isTrue,
  no,
  type Truth,
  unknown,
  type Value,
  yes,
} from "../../value/index.ts";
import { isRoutedToHub } from "../default-route.ts";
import { ownerOf } from "../owner.ts";
import type { Service } from "../service/view.ts";
import type { AzureFirewall, Route, Subnet } from "../view.ts";
import type { Views } from "../views.ts";
import { firewallAllows } from "./firewall.ts";
import { decides, type Leg, leg } from "./leg.ts";
import type { ReachStep } from "./view.ts";

/** How packets of a subnet leave for public addresses, and what they look like then. */
export interface Egress {
  readonly leg: Leg;
  /** The resource whose address they carry; undefined for an address nobody chose. */
  readonly by: readonly Resource[];
  /** Not known which address: the default outbound address, or an appliance's. */
  readonly anonymous: boolean;
}

/** What is sent to a service's public side, as routes and firewalls on the way see it. */
export interface PublicPacket {
  /** The service's tag. */
  readonly tag: string | undefined;
  readonly names: readonly string[];
  readonly ports: Ports;
}

export function publicPacket(service: Service): PublicPacket {
  const tag = service.serviceEndpoint && serviceEndpoint(service.serviceEndpoint)?.serviceTag;
  const names = [...(tag ? [tag] : []), "AzureCloud", ...hostNames(service)];
  return { tag, names, ports: Ports.of(...service.ports) };
}

/** The way out of a subnet: routes first, then what translates the source address. */
export function egressOf(subnet: Subnet, packet: PublicPacket, views: Views): Egress {
  const route = routeTo(subnet, packet);
  const hop = route && isString(route.nextHop) ? route.nextHop.value.toLowerCase() : undefined;
  if (route && hop === undefined) return blind(route, `the next hop of ${route.resource.address}`);
  if (route && hop === "none") {
    const text = `A route of ${subnet.resource.address} drops what goes to public addresses.`;
    return { leg: leg(no(), () => ({ yes: "", no: text }), route.resource.span), by: [], anonymous: false };
  }
  if (route && hop === "virtualappliance") return throughAppliance(route, subnet, packet, views);
  if (route && hop === "vnetlocal") return blind(route, "where a route into the network itself takes it");
  if (route && hop === "virtualnetworkgateway")
    return blind(route, "where the gateway sends it (forced tunnelling)");
  if (subnet.routeTable.to.more.kind === "decided") {
    const toHub = isRoutedToHub(subnet);
    if (!isFalse(toHub)) return throughHub(subnet);
    return route && hop === "internet" ? sentOut(route, direct(subnet)) : direct(subnet);
  }
  const truth = unknown(`which routes ${describe(subnet.routeTable.value)} holds`, subnet.resource.span);
  return {
    leg: leg(truth, () => ({ yes: `The routes of ${subnet.resource.address} let it out.`, no: "" })),
    by: [],
    anonymous: true,
  };
}

/** Straight out, because a route says so. */
function sentOut(route: Route, { leg: out, ...egress }: Egress): Egress {
  const told = (): ReachStep =>
    decides(`The route ${route.resource.address} sends it to the internet.`, route.resource.span);
  return { ...egress, leg: { ...out, steps: (telling) => [told(), ...out.steps(telling)] } };
}

function throughHub(subnet: Subnet): Egress {
  const truth = unknown("what the virtual hub does with it", subnet.network.resource.span);
  return {
    leg: leg(truth, () => ({ yes: "The virtual hub lets it out.", no: "" })),
    by: [],
    anonymous: true,
  };
}

function blind(route: Route, what: string): Egress {
  const truth = unknown(what, route.resource.span);
  return {
    leg: leg(
      truth,
      () => ({ yes: `The route ${route.resource.address} leads to the service.`, no: "" }),
      route.resource.span,
    ),
    by: [],
    anonymous: true,
  };
}

/** The default route, or a route for the service's own tag, which is more specific. */
function routeTo(subnet: Subnet, packet: PublicPacket): Route | undefined {
  const tag = packet.tag?.toLowerCase();
  let fallback: Route | undefined;
  for (const table of subnet.routeTable.to) {
    for (const route of table.routes) {
      if (!isString(route.prefix)) continue;
      const text = route.prefix.value.trim().toLowerCase();
      if (tag && (text === tag || text.startsWith(`${tag}.`))) return route;
      if (text === "0.0.0.0/0") fallback = route;
    }
  }
  return fallback;
}

function throughAppliance(
  route: Route,
  subnet: Subnet,
  { names, ports }: PublicPacket,
  views: Views,
): Egress {
  const firewall = firewallBehind(route, views);
  if (!firewall) {
    const [hop] = route.owner;
    return blind(
      route,
      hop
        ? `whether ${hop.address} lets it through`
        : `who has the next hop ${describe(route.nextHopAddress)}`,
    );
  }
  const rules = firewallAllows(firewall, subnet.prefixes.known, undefined, names, ports);
  return {
    leg: {
      ...rules,
      steps: (telling) => [
        decides(`A route sends it to the firewall ${firewall.resource.address}.`, route.resource.span),
        ...rules.steps(telling),
      ],
    },
    by: [firewall.resource],
    anonymous: false,
  };
}

function firewallBehind(route: Route, views: Views): AzureFirewall | undefined {
  for (const owner of route.owner) {
    const firewall = views.azureFirewall(owner);
    if (firewall) return firewall;
  }
  return undefined;
}

/** The subnet of the firewall that packets leave through: with a service endpoint there, it is what the service sees. */
export function firewallSubnet({ by }: Egress, views: Views): Subnet | undefined {
  for (const one of by) {
    for (const network of views.azureFirewall(one)?.networks ?? []) {
      for (const subnet of network.subnets) if (subnet.reserved === "firewall") return subnet;
    }
  }
  return undefined;
}

/** Names under which a firewall's application rules may know the service. */
export function hostNames(service: Service): readonly string[] {
  const { name } = service.resource;
  const host = isString(name) ? name.value : "instance";
  const type = service.resource.type.toLowerCase();
  const suffixes: Readonly<Record<string, readonly string[]>> = {
    "microsoft.storage/storageaccounts": ["blob", "file", "queue", "table", "dfs", "web"].map(
      (part) => `${part}.core.windows.net`,
    ),
    "microsoft.keyvault/vaults": ["vault.azure.net"],
    "microsoft.sql/servers": ["database.windows.net"],
    "microsoft.documentdb/databaseaccounts": ["documents.azure.com"],
    "microsoft.web/sites": ["azurewebsites.net"],
    "microsoft.containerregistry/registries": ["azurecr.io"],
    "microsoft.servicebus/namespaces": ["servicebus.windows.net"],
    "microsoft.eventhub/namespaces": ["servicebus.windows.net"],
    "microsoft.search/searchservices": ["search.windows.net"],
  };
  return (suffixes[type] ?? []).map((suffix) => `${host}.${suffix}`);
}

function direct(subnet: Subnet): Egress {
  if (isTrue(subnet.natGateway.isSet)) {
    const [nat] = subnet.natGateway.to;
    return {
      leg: leg(
        yes(),
        () => ({ yes: `The NAT gateway ${nat?.address ?? ""} gives it a public source address.`, no: "" }),
        nat?.span ?? subnet.resource.span,
      ),
      by: nat ? [nat] : [],
      anonymous: nat === undefined,
    };
  }
  const own = any(
    ...[...subnet.occupants].map((one) =>
      one.kind === "interface" ? one.interface.publicAddresses.some() : no(),
    ),
  );
  const allowed = any(subnet.defaultOutboundAccess, subnet.natGateway.isSet, own);
  return {
    leg: leg(
      allowed,
      () => ({
        yes: `${subnet.resource.address} reaches public addresses with Azure's default outbound address, which nobody chooses.`,
        no: `${subnet.resource.address} has no way out to public addresses: default outbound access is off and there is no NAT gateway.`,
      }),
      subnet.resource.spanOf("properties.defaultOutboundAccess") ?? subnet.resource.span,
    ),
    by: [],
    anonymous: true,
  };
}

/** Whether an address rule names the address of something that packets leave through. */
export function namesEgress(value: Value, by: readonly Resource[], views: Views): Truth {
  const owner = ownerOf(views.graph, value);
  if (!owner) return no();
  const carried = by.some((one) => one === owner || views.graph.referrers(owner).includes(one));
  return carried ? yes({ value }) : no({ value });
}
