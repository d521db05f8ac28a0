import { called, decided, defineRule, type Peering, unknown, type VirtualNetwork } from "isolint";

export default defineRule<Peering>({
  title: "Two peered networks overlap",
  levels: { recommended: "error", strict: "error" },
  why: "Networks whose address spaces overlap cannot be peered: the deployment fails, and a later change of one address space breaks the peering of the other.",
  remedy: "Give the networks address spaces of their own.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview"],
  controls: { mcsb: ["NS-1", "NS-9"], nist: ["SC-7"] },
  statements: [5],
  judges: ({ network }) => network.virtualNetworks.flatMap(({ peerings }) => [...peerings]),
  check: (peering) => {
    const { local, remote } = peering;
    const mine = local.addressSpace;
    return {
      fails: remote.to.some((one) => {
        if (one.addressSpace.known.overlaps(mine.known)) return decided(true);
        const open =
          one.resource.mode === "existing" || one.addressSpace.unknown.length + mine.unknown.length > 0;
        return open ? unknown(`the address space of ${called(one.resource)}`) : decided(false);
      }),
      tell: () => {
        const [other] = remote.to;
        return {
          at: { resource: peering.resource, path: "properties.remoteVirtualNetwork.id" },
          because: [remote.value],
          message: `${withSpace(local)} is peered with ${other ? withSpace(other) : "a network"}, which overlaps it.`,
          related: other
            ? [
                {
                  message: "the other network",
                  at: { resource: other.resource, path: "properties.addressSpace" },
                },
              ]
            : [],
        };
      },
    };
  },
});

function withSpace({ resource, addressSpace }: VirtualNetwork): string {
  return addressSpace.known.isEmpty ? called(resource) : `${called(resource)} (${addressSpace.known})`;
}
