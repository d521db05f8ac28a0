import { all, called, decided, defineRule, not, type Peering } from "isolint";

export default defineRule<Peering>({
  title: "A peering has no other half",
  levels: { recommended: "error", strict: "error" },
  why: "A peering connects only when both networks have one. Until then it stays in the state Initiated, and no traffic passes.",
  remedy: "Declare the peering in the other network as well.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering"],
  controls: { mcsb: ["NS-1", "NS-9"], nist: ["SC-7"] },
  statements: [5],
  judges: ({ network }) => network.virtualNetworks.flatMap(({ peerings }) => [...peerings]),
  check: (peering) => {
    return {
      fails: all(
        decided(peering.local.resource.mode === "declared"),
        () => peering.remote.to.some(({ resource }) => decided(resource.mode === "declared")),
        () => not(peering.reverse.some()),
      ),
      tell: () => {
        const [other] = peering.remote.to;
        return {
          at: { resource: peering.resource, path: "properties.remoteVirtualNetwork.id" },
          message: `${called(peering.local.resource)} is peered with ${other ? called(other.resource) : "a network"}, but not the other way round: the peering never connects.`,
          related: other ? [{ message: "has no peering back", at: { resource: other.resource } }] : [],
        };
      },
    };
  },
});
