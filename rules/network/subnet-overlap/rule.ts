import { all, called, decided, defineRule, type Subnet, unknown } from "isolint";

interface Pair {
  readonly resource: Subnet["resource"];
  readonly subnet: Subnet;
  /** Those of the same network that come before it. */
  readonly others: readonly Subnet[];
}

export default defineRule<Pair>({
  title: "Two subnets of a network overlap",
  levels: { recommended: "error", strict: "error" },
  why: "Azure refuses the second one on deployment. Until then every rule that names one prefix speaks of the other subnet as well.",
  remedy: "Give each subnet a prefix of its own.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-subnet"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7"] },
  judges: function* ({ network }) {
    for (const { subnets } of network.virtualNetworks) {
      const earlier: Subnet[] = [];
      for (const subnet of subnets) {
        if (earlier.length > 0) yield { resource: subnet.resource, subnet, others: [...earlier] };
        earlier.push(subnet);
      }
    }
  },
  check: ({ subnet, others }) => {
    const { known } = subnet.prefixes;
    const other = others.find((one) => one.prefixes.known.overlaps(known));
    const open =
      subnet.prefixes.unknown[0] ??
      others.find((one) => one.prefixes.unknown.length > 0)?.prefixes.unknown[0];
    return {
      fails: other
        ? all(decided(true), other.resource.exists)
        : open
          ? unknown("whether the prefixes overlap", open.origin?.span)
          : decided(false),
      tell: () => ({
        at: { resource: subnet.resource, path: "properties.addressPrefixes" },
        because: subnet.prefixes.values,
        message: other
          ? `Subnet ${called(subnet.resource)} (${known}) overlaps ${called(other.resource)} (${other.prefixes.known}).`
          : `Subnet ${called(subnet.resource)} may overlap another one.`,
        ...(other && {
          related: [
            {
              message: "the other subnet",
              at: { resource: other.resource, path: "properties.addressPrefixes" },
            },
          ],
        }),
      }),
    };
  },
});
