import type { Ports } from "../../azure/index.ts";
import { all, any, isFalse, no, not, type Truth, when } from "../../value/index.ts";
import { addressesOfNetwork } from "../nsg/addresses.ts";
import { admittedIn, anyAdmitted } from "../nsg/flow.ts";
import { RuleSet } from "../nsg/rule-set.ts";
import type { Flow, Nsg, Party, Protocol, Subnet } from "../view.ts";
import type { Views } from "../views.ts";
import type { Destination } from "./destination.ts";
import { along, type Leg, leg } from "./leg.ts";
import { LatestTable } from "./memo.ts";
import { type Packet, RoutedWays, towards } from "./routed-way.ts";

/** How packets travel between subnets inside the networks of a stack: routes, peering and security groups. */
export class PrivateWays {
  readonly routes: RoutedWays;
  readonly #between = new LatestTable<Subnet, string, Leg>();
  readonly #out = new LatestTable<Subnet, string, Truth>();
  readonly #in = new LatestTable<Subnet, string, Truth>();

  constructor(views: Views) {
    this.routes = new RoutedWays(views);
  }

  /** From a subnet to something in another, up to but without the rules that guard the far side. */
  between(from: Subnet, to: Destination, packet: Packet, protocols: readonly Protocol[]): Leg {
    const key = `${this.routes.keyOf(to, packet)}|${protocols.join()}`;
    return towards(
      to,
      this.#between.get(from, key, () => this.#way(from, to, packet, protocols)),
    );
  }

  #way(from: Subnet, to: Destination, packet: Packet, protocols: readonly Protocol[]): Leg {
    const { subnet } = to;
    return along(
      null,
      () => this.routes.fromSubnet(from, to, packet),
      () => this.outbound(from, { kind: "subnet", subnet }, packet.ports, protocols, subnet.resource.address),
    );
  }

  /** Whether the source subnet's own security group lets the packet out. */
  outbound(from: Subnet, to: Party, ports: Ports, protocols: readonly Protocol[], name: string): Leg {
    const truth = this.#out.get(from, `${name}|${ports}|${protocols.join()}`, () =>
      passes(from, { direction: "Outbound", from: { kind: "subnet", subnet: from }, to, ports, protocols }),
    );
    return leg(
      truth,
      () => ({
        yes: isFalse(from.nsg.isSet)
          ? `${from.resource.address} has no security group: nothing keeps the packet in.`
          : `The security group of ${from.resource.address} lets the packet out to ${name}.`,
        no: `The security group of ${from.resource.address} lets nothing out to ${name}.`,
      }),
      [...from.nsg.to][0]?.resource.span ?? from.resource.span,
    );
  }

  /** Whether a subnet's security group lets packets from another subnet in. */
  inbound(from: Party, to: Subnet, ports: Ports, protocols: readonly Protocol[], name: string): Leg {
    const truth = this.#in.get(
      from.kind === "subnet" ? from.subnet : to,
      `${to.resource.address}|${name}|${ports}|${protocols.join()}`,
      () => passes(to, { direction: "Inbound", from, to: { kind: "subnet", subnet: to }, ports, protocols }),
    );
    return leg(
      truth,
      () => ({
        yes: isFalse(to.nsg.isSet)
          ? `${to.resource.address} has no security group: nothing keeps ${name} out.`
          : `The security group of ${to.resource.address} lets ${name} in.`,
        no: `The security group of ${to.resource.address} refuses ${name}.`,
      }),
      [...to.nsg.to][0]?.resource.span ?? to.resource.span,
    );
  }
}

/** Whether any of a flow gets through the security group of a subnet; without one everything does. */
function passes(subnet: Subnet, flow: Flow): Truth {
  const network = addressesOfNetwork(subnet.network, subnet);
  const { isSet, to } = subnet.nsg;
  const through = to.seen.map(({ is: nsg, holds }) => when(holds, admitsThrough(nsg, flow, network), no()));
  const known = any(...through);
  const open = to.more.kind === "decided" ? no() : to.more;
  return any(known, not(isSet), all(isSet, open));
}

function admitsThrough(nsg: Nsg, flow: Flow, network: ReturnType<typeof addressesOfNetwork>): Truth {
  return anyAdmitted(admittedIn(new RuleSet(nsg, network), flow), nsg.rules.more);
}
