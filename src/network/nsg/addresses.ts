import { Ranges } from "../../azure/index.ts";
import type { Nsg, Subnet, VirtualNetwork } from "../view.ts";
import type { NetworkAddresses } from "./names.ts";

/**
 * What `VirtualNetwork` stands for where an NSG is attached. A default route adds everything to the tag, but asked of the group
 * alone that would call every routed subnet open to the internet: only reachability, which knows the way, takes it into account.
 */
export function addressesOfNsg(nsg: Nsg): NetworkAddresses {
  const subnets = [...nsg.subnets, ...[...nsg.interfaces].flatMap((one) => [...one.subnets])];
  const networks = [...new Set(subnets.map((subnet) => subnet.network))];
  const spaces = networks.map((network) => addressesOfNetwork(network).ranges);
  return { ranges: Ranges.union(spaces), coversEverything: false };
}

/** What `VirtualNetwork` stands for in a subnet: the network, its peers, what gateways bring, and with a default route all. */
export function addressesOfNetwork(network: VirtualNetwork, subnet?: Subnet): NetworkAddresses {
  const spaces = [network, ...network.peers].flatMap(({ addressSpace, subnets }) => [
    addressSpace.known,
    ...[...subnets].map((one) => one.prefixes.known),
  ]);
  return {
    ranges: Ranges.union(spaces),
    coversEverything: subnet !== undefined && hasDefaultRoute(subnet),
  };
}

function hasDefaultRoute(subnet: Subnet): boolean {
  return subnet.routeTable.to.sure.some((table) =>
    table.routes.sure.some(({ prefix }) => prefix.kind === "literal" && prefix.value === "0.0.0.0/0"),
  );
}
