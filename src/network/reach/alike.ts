import { isRange, parseRange, Ranges } from "../../azure/index.ts";
import { isString, judge, keyOf, no, unknown, type Value } from "../../value/index.ts";
import type { AzureFirewall, Nsg, Subnet, VirtualNetwork } from "../view.ts";

/** Subnets that nothing on the way out tells apart: one of them answers for all. */
export class AlikeSubnets {
  readonly #first = new Map<VirtualNetwork, Map<string, Subnet>>();
  readonly #known = new Map<Subnet, Subnet>();
  readonly #firewalls: readonly AzureFirewall[];
  #sources: readonly Ranges[] | undefined;

  constructor(firewalls: readonly AzureFirewall[]) {
    this.#firewalls = firewalls;
  }

  /** The first subnet seen that is like this one; itself when there was none. */
  of(subnet: Subnet): Subnet {
    const known = this.#known.get(subnet);
    if (known) return known;
    const key = this.#keyOf(subnet);
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

  #keyOf(subnet: Subnet): string | undefined {
    const key = keyOfSubnet(subnet);
    if (key === undefined) return undefined;
    const { known } = subnet.prefixes;
    this.#sources ??= sourcesOf(this.#firewalls);
    const named = this.#sources.map((source) => (known.isEmpty ? "?" : source.overlaps(known) ? "1" : "0"));
    return `${key}|${named.join("")}`;
  }
}

/** The addresses by which rules of firewalls tell those apart that come to them. */
function sourcesOf(firewalls: readonly AzureFirewall[]): readonly Ranges[] {
  const texts = firewalls.flatMap(({ rules }) =>
    [...rules].flatMap(({ sources }) => sources.flatMap(textsOf)),
  );
  return [...new Set(texts)].map(parseRange).flatMap((range) => (isRange(range) ? [Ranges.of(range)] : []));
}

/** Every text of which a rule may be judged that says this value. */
export function textsOf(value: Value): readonly string[] {
  const texts: string[] = [];
  judge(value, (leaf) => {
    if (!isString(leaf)) return unknown("");
    texts.push(leaf.value);
    return no();
  });
  return texts;
}

/** What decides how packets of a subnet leave it; undefined when its own addresses play a part. */
function keyOfSubnet(subnet: Subnet): string | undefined {
  const groups = [...subnet.nsg.to];
  const isSeen = [subnet.nsg, subnet.routeTable].every(({ to }) => to.more.kind === "decided");
  if (!isSeen || !groups.every(ignoresSources)) return undefined;
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
