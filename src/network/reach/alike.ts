import { isString, keyOf } from "../../value/index.ts";
import type { Nsg, Subnet, VirtualNetwork } from "../view.ts";

/** Subnets that nothing on the way out tells apart: one of them answers for all. */
export class AlikeSubnets {
  readonly #first = new Map<VirtualNetwork, Map<string, Subnet>>();
  readonly #known = new Map<Subnet, Subnet>();

  /** The first subnet seen that is like this one; itself when there was none. */
  of(subnet: Subnet): Subnet {
    const known = this.#known.get(subnet);
    if (known) return known;
    const key = keyOfSubnet(subnet);
    let ofNetwork = this.#first.get(subnet.network);
    if (!ofNetwork) {
      ofNetwork = new Map();
      this.#first.set(subnet.network, ofNetwork);
    }
    const first = key === undefined ? subnet : (ofNetwork.get(key) ?? subnet);
    if (key !== undefined && first === subnet) ofNetwork.set(key, subnet);
    this.#known.set(subnet, first);
    return first;
  }
}

/** What decides how packets of a subnet leave it; undefined when its own addresses play a part. */
function keyOfSubnet(subnet: Subnet): string | undefined {
  const groups = [...subnet.nsg.to];
  if (!groups.every(ignoresSources) || subnet.nsg.to.more.kind !== "decided") return undefined;
  const hasAddresses = [...subnet.occupants].some(
    (one) => one.kind === "interface" && one.interface.publicAddresses.size > 0,
  );
  if (hasAddresses) return undefined;
  return [
    keyOf(subnet.nsg.value),
    keyOf(subnet.routeTable.value),
    keyOf(subnet.natGateway.value),
    keyOf(subnet.resource.get("properties.serviceEndpoints")),
    keyOf(subnet.resource.get("properties.defaultOutboundAccess")),
    subnet.holdsClients.kind,
  ].join("|");
}

/** Whether every outbound rule of a group is for any source of the network. */
function ignoresSources(nsg: Nsg): boolean {
  return [...nsg.rules].every(
    (rule) =>
      (isString(rule.direction) && rule.direction.value.toLowerCase() === "inbound") ||
      (rule.sourceGroups.length === 0 &&
        rule.sources.every((value) => isString(value) && /^(\*|any|virtualnetwork)$/i.test(value.value))),
  );
}
