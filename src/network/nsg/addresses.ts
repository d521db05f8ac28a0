import { Ranges } from "../../azure/index.ts";
import type { Nsg, Subnet, VirtualNetwork } from "../view.ts";
import type { NetworkAddresses } from "./names.ts";

/** What `VirtualNetwork` stands for where an NSG is attached. */
export function addressesOfNsg(nsg: Nsg): NetworkAddresses {
  const subnets = [...nsg.subnets, ...[...nsg.interfaces].flatMap((one) => [...one.subnets])];
  return joined(subnets.map((subnet) => addressesOfNetwork(subnet.network, subnet)));
}

function joined(all_: readonly NetworkAddresses[]): NetworkAddresses {
  return {
    ranges: all_.reduce((ranges, one) => ranges.union(one.ranges), Ranges.none),
    coversEverything: all_.some((one) => one.coversEverything),
  };
}

/** What `VirtualNetwork` stands for in a subnet: the network, its peers, what gateways bring, and with a default route all. */
export function addressesOfNetwork(network: VirtualNetwork, subnet?: Subnet): NetworkAddresses {
  const spaces = [network, ...network.peers].map(({ addressSpace, subnets }) =>
    [...subnets].reduce((ranges, one) => ranges.union(one.prefixes.known), addressSpace.known),
  );
  return {
    ranges: spaces.reduce((ranges, space) => ranges.union(space), Ranges.none),
    coversEverything: subnet !== undefined && hasDefaultRoute(subnet),
  };
}

function hasDefaultRoute(subnet: Subnet): boolean {
  return subnet.routeTable.to.sure.some((table) =>
    table.routes.sure.some(({ prefix }) => prefix.kind === "literal" && prefix.value === "0.0.0.0/0"),
  );
}
