import { Ports } from "../../azure/index.ts";
import type { Resource } from "../../model/index.ts";
import {
  all,
  any,
  follow,
  is,
  isFalse,
  isTrue,
  isUnset,
  itemsOf,
  no,
  not,
  type Truth,
  unknown,
  yes,
} from "../../value/index.ts";
import { addressesOfNetwork } from "../nsg/addresses.ts";
import { type Guard, guardOf, passAll, rememberingGuard } from "../nsg/guards.ts";
import { flag, isGiven, valuesAt } from "../reading.ts";
import { addressSpaceOf } from "../subnet.ts";
import type {
  Flow,
  InterfaceConfiguration,
  NetworkInterface,
  Party,
  Placement,
  Protocol,
  Subnet,
} from "../view.ts";
import type { Views } from "../views.ts";
import type { Destination } from "./destination.ts";
import { along, either, type Leg, leg } from "./leg.ts";
import { LatestTable, PairTable } from "./memo.ts";
import type { PrivateWays } from "./private-way.ts";

const ANY: readonly Protocol[] = ["Tcp", "Udp"];

interface SubnetGuards {
  readonly entering: Guard;
  readonly leaving: Guard;
}

/** Reachability of what lies in a subnet with an address of its own: interfaces, and dedicated services. */
export class InnerReach {
  readonly #views: Views;
  readonly #ways: PrivateWays;
  readonly #between = new LatestTable<Subnet, Subnet, SubnetGuards>();
  readonly #destinations = new PairTable<InterfaceConfiguration, Subnet, Destination>();

  constructor(views: Views, ways: PrivateWays) {
    this.#views = views;
    this.#ways = ways;
  }

  /** Over a public address: from the internet, or from other tenants in Azure. */
  publicly(target: NetworkInterface, from: "internet" | "azure"): Leg {
    const ways = target.configurations.map((configuration) => this.#publicWay(target, configuration, from));
    if (ways.length === 0) return this.#unconfigured(target.resource, "public");
    return either("public", ...ways);
  }

  fromSubnet(subnet: Subnet, target: NetworkInterface): Leg {
    const ways = target.configurations.flatMap((configuration) =>
      configuration.subnet.to.seen.map(({ is: home }) =>
        along(
          "injected",
          () =>
            this.#ways.between(
              subnet,
              this.#destination(target, configuration, home),
              { ports: Ports.all },
              ANY,
            ),
          () => this.#guarded(target, home, { kind: "subnet", subnet }, subnet.resource.address, subnet),
        ),
      ),
    );
    return ways.length > 0 ? either("injected", ...ways) : this.#unconfigured(target.resource, "injected");
  }

  fromOnPremises(target: NetworkInterface): Leg {
    const ways = target.configurations.flatMap((configuration) =>
      configuration.subnet.to.seen.map(({ is: home }) =>
        along(
          "injected",
          () => this.#served(home, target.resource),
          () =>
            this.#ways.routes.fromOnPremises(this.#destination(target, configuration, home), {
              ports: Ports.all,
            }),
          () => this.#guarded(target, home, { kind: "network" }, "on-premises"),
        ),
      ),
    );
    return ways.length > 0 ? either("injected", ...ways) : this.#unconfigured(target.resource, "injected");
  }

  placementPublicly(placement: Placement, from: "internet" | "azure"): Leg {
    const { resource } = placement;
    const side = publicSideOf(resource);
    return along(
      "public",
      leg(
        side.isPublic,
        () => ({
          yes: `${resource.address} has a public address.`,
          no: `${resource.address} has no public address.`,
        }),
        resource.span,
      ),
      () => {
        const ways = placement.subnet.to.seen.map(({ is: home }) => {
          const guard = this.#subnetGuard(home, { kind: from }, from === "internet");
          const { truth } = passAll([guard], ["Tcp"], side.ports);
          return leg(
            truth,
            () => ({
              yes: `The security group of ${home.resource.address} lets port ${side.ports} in.`,
              no: `The security group of ${home.resource.address} keeps port ${side.ports} closed.`,
            }),
            home.resource.span,
          );
        });
        return ways.length > 0 ? either("public", ...ways) : this.#unconfigured(resource, "public");
      },
    );
  }

  placementFromSubnet(subnet: Subnet, placement: Placement): Leg {
    const { resource } = placement;
    const ports = publicSideOf(resource).privatePorts;
    const ways = placement.subnet.to.seen.map(({ is: home }) =>
      along(
        "injected",
        () => this.#ways.between(subnet, { subnet: home }, { ports }, ["Tcp"]),
        () => this.#ways.inbound({ kind: "subnet", subnet }, home, ports, ["Tcp"], subnet.resource.address),
      ),
    );
    return ways.length > 0 ? either("injected", ...ways) : this.#unconfigured(resource, "injected");
  }

  placementFromOnPremises(placement: Placement): Leg {
    const ports = publicSideOf(placement.resource).privatePorts;
    const ways = placement.subnet.to.seen.map(({ is: home }) =>
      along(
        "injected",
        () => this.#served(home, placement.resource),
        () => this.#ways.routes.fromOnPremises({ subnet: home }, { ports }),
        () => this.#ways.inbound({ kind: "network" }, home, ports, ["Tcp"], "on-premises"),
      ),
    );
    return ways.length > 0 ? either("injected", ...ways) : this.#unconfigured(placement.resource, "injected");
  }

  #served(home: Subnet, resource: Resource): Leg {
    return leg(
      this.#views.onPremises.serves(home.network),
      () => ({
        yes: `On-premises has a way into ${home.network.resource.address}.`,
        no: `No gateway leads from on-premises into ${home.network.resource.address}, where ${resource.address} lies.`,
      }),
      home.network.resource.span,
    );
  }

  #guarded(target: NetworkInterface, home: Subnet, from: Party, name: string, source?: Subnet): Leg {
    const flow: Flow = { direction: "Inbound", from, to: { kind: "subnet", subnet: home } };
    const network = addressesOfNetwork(home.network, home);
    const own = guardOf(target.nsg, flow, network);
    const between = source && this.#between.get(source, home, () => this.#guardsBetween(source, home));
    const { truth, ports } = passAll(
      between ? [between.entering, own, between.leaving] : [this.#subnetGuard(home, from, false), own],
    );
    return leg(
      truth,
      () => ({
        yes: `Security groups let ${name} in (${portText(ports)}).`,
        no: `Security groups of ${target.resource.address} and its subnet let ${name} in on no port.`,
      }),
      home.resource.span,
    );
  }

  #destination(
    { resource }: NetworkInterface,
    configuration: InterfaceConfiguration,
    subnet: Subnet,
  ): Destination {
    return this.#destinations.get(configuration, subnet, () => {
      return { subnet, resource, address: addressSpaceOf([configuration.privateAddress]) };
    });
  }

  /** What guards two subnets, whatever lies in the second. */
  #guardsBetween(source: Subnet, home: Subnet): SubnetGuards {
    const from: Party = { kind: "subnet", subnet: source };
    const out: Flow = { direction: "Outbound", from, to: { kind: "subnet", subnet: home } };
    return {
      entering: rememberingGuard(this.#subnetGuard(home, from, false)),
      leaving: rememberingGuard(guardOf(source.nsg, out, addressesOfNetwork(source.network, source))),
    };
  }

  #subnetGuard(home: Subnet, from: Party, everyone: boolean): Guard {
    const flow: Flow = { direction: "Inbound", from, to: { kind: "subnet", subnet: home } };
    return guardOf(home.nsg, flow, addressesOfNetwork(home.network, home), everyone);
  }

  #publicWay(
    target: NetworkInterface,
    configuration: InterfaceConfiguration,
    from: "internet" | "azure",
  ): Leg {
    const homes = configuration.subnet.to.seen;
    const balanced = publicPortsBehindBalancers(configuration, target.resource, this.#views);
    const reachable = any(configuration.hasPublicAddress, balanced ? yes() : no());
    return along(
      "public",
      leg(
        reachable,
        () => ({
          yes: `${target.resource.address} has a public address${balanced ? " through a load balancer" : ""}.`,
          no: `${target.resource.address} has no public address.`,
        }),
        target.resource.spanOf("properties.ipConfigurations") ?? target.resource.span,
      ),
      () => {
        if (homes.length === 0) return this.#unconfigured(target.resource, "public");
        return either(
          "public",
          ...homes.map(({ is: home }) => this.#admittedPublicly(target, configuration, home, from, balanced)),
        );
      },
    );
  }

  #admittedPublicly(
    target: NetworkInterface,
    configuration: InterfaceConfiguration,
    home: Subnet,
    from: "internet" | "azure",
    balanced: Ports | undefined,
  ): Leg {
    const guarded = any(home.nsg.isSet, target.nsg.isSet);
    const network = addressesOfNetwork(home.network, home);
    const ask = (kind: "internet" | "azure", everyone: boolean) => {
      const flow: Flow = { direction: "Inbound", from: { kind }, to: { kind: "subnet", subnet: home } };
      const among = isTrue(configuration.hasPublicAddress) ? Ports.all : (balanced ?? Ports.all);
      return passAll(
        [guardOf(home.nsg, flow, network, everyone), guardOf(target.nsg, flow, network, everyone)],
        ANY,
        among,
      );
    };
    const internet = ask("internet", true);
    const azure = from === "azure" ? ask("azure", false) : undefined;
    const open = any(internet.truth, azure?.truth ?? no());
    const ports = [...new Set([...internet.ports, ...(azure?.ports ?? [])])];
    const withoutGroup = this.#openWithoutGroup(configuration);
    const truth = any(all(guarded, open), all(not(guarded), withoutGroup));
    return leg(
      truth,
      () => ({
        yes: `Security groups let ${from === "internet" ? "the internet" : "other tenants"} in (${portText(ports)}).`,
        no: isFalse(guarded)
          ? `${target.resource.address} has no security group, and a Standard public address lets nothing in without one.`
          : `Security groups do not let ${from === "internet" ? "the internet as a whole" : "other tenants"} in.`,
      }),
      home.resource.span,
    );
  }

  /** A Basic public address without any security group is open, a Standard one closed. */
  #openWithoutGroup(configuration: InterfaceConfiguration): Truth {
    const { to, value } = configuration.publicAddress;
    const skus = to.seen.map(({ is: address }) => address.get("sku.name"));
    if (skus.length === 0 && value.kind === "object") skus.push(follow(value, "sku.name"));
    if (skus.length === 0) return unknown("of which SKU its public address is", value.origin?.span);
    return any(
      ...skus.map((sku) => (isUnset(sku) ? unknown("of which SKU its public address is") : is(sku, "Basic"))),
    );
  }

  #unconfigured(resource: Resource, path: "public" | "injected"): Leg {
    const truth = unknown(`in which subnet ${resource.address} lies`, resource.span);
    return leg(truth, () => ({ yes: "Its subnet can be reached.", no: "" }), resource.span, path);
  }
}

function portText(ports: readonly number[]): string {
  if (ports.length === 0) return "no port";
  return `from port ${ports.slice(0, 6).join(", ")}${ports.length > 6 ? "…" : ""}`;
}

/** Backend ports of rules by which public load balancers lead to a configuration; undefined when none does. */
function publicPortsBehindBalancers(
  configuration: InterfaceConfiguration,
  resource: Resource,
  views: Views,
): Ports | undefined {
  const base = configuration.spot.path;
  const item = valuesAt(resource, base.replace(/\[\d+\]/g, "[]")).find(({ path }) => path === base)?.value;
  if (!item) return undefined;
  const ids = ["loadBalancerBackendAddressPools", "loadBalancerInboundNatRules"].flatMap((list) =>
    itemsOf(follow(item, `properties.${list}`)).items.map((one) => follow(one, "id")),
  );
  const balancers = ids.flatMap((id) => views.follow(id, undefined, (found) => found.parent).to.sure);
  let ports: Ports | undefined;
  for (const balancer of new Set(balancers)) {
    const frontends = valuesAt(
      balancer,
      "properties.frontendIPConfigurations[].properties.publicIPAddress.id",
    );
    if (frontends.length === 0) continue;
    for (const path of ["loadBalancingRules", "inboundNatRules"]) {
      for (const { value } of valuesAt(balancer, `properties.${path}[].properties.backendPort`)) {
        if (value.kind === "literal" && Number.isInteger(Number(value.value))) {
          ports = (ports ?? Ports.none).union(Ports.of(Number(value.value)));
        }
      }
    }
  }
  return ports;
}

interface Sides {
  readonly isPublic: Truth;
  readonly ports: Ports;
  readonly privatePorts: Ports;
}

/** Whether a dedicated service has a public side, and on which ports it is asked. */
function publicSideOf(resource: Resource): Sides {
  const https = Ports.of(443);
  switch (resource.type.toLowerCase()) {
    case "microsoft.sql/managedinstances":
      return {
        isPublic: flag(resource, "properties.publicDataEndpointEnabled", false),
        ports: Ports.of(3342),
        privatePorts: Ports.of(1433),
      };
    case "microsoft.network/applicationgateways": {
      const addresses = valuesAt(
        resource,
        "properties.frontendIPConfigurations[].properties.publicIPAddress.id",
      );
      return {
        isPublic: any(...addresses.map(({ value }) => isGiven(value))),
        ports: https,
        privatePorts: https,
      };
    }
    case "microsoft.web/hostingenvironments": {
      const mode = resource.get("properties.internalLoadBalancingMode");
      return {
        isPublic: any(isUnset(mode) ? yes() : no(), is(mode, "None")),
        ports: https,
        privatePorts: https,
      };
    }
    case "microsoft.containerinstance/containergroups":
      return { isPublic: no(), ports: Ports.all, privatePorts: Ports.all };
    default:
      return { isPublic: no(), ports: https, privatePorts: https };
  }
}
