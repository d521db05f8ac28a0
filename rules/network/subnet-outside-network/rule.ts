import { called, decided, defineRule, listed, no, type Subnet, type Truth, unknown } from "isolint";

export default defineRule<Subnet>({
  title: "A subnet lies outside its network's address space",
  levels: { recommended: "error", strict: "error" },
  why: "Azure refuses the subnet on deployment; address plans that are written twice drift apart unnoticed until then.",
  remedy: "Take the subnet's prefix from the network's address space, or extend the address space.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-subnet"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7"] },
  judges: ({ network }) => network.subnets,
  check: (subnet) => ({
    fails: isOutside(subnet),
    tell: () => ({
      at: { resource: subnet.resource, path: "properties.addressPrefixes" },
      because: subnet.prefixes.values,
      message: `Subnet ${called(subnet.resource)} (${subnet.prefixes.known}) lies outside the address space of ${called(subnet.network.resource)} (${subnet.network.addressSpace.known}).`,
      related: [
        {
          message: `the address space is ${listed([subnet.network.addressSpace.known.toString()])}`,
          at: { resource: subnet.network.resource, path: "properties.addressSpace" },
        },
      ],
    }),
  }),
});

function isOutside({ prefixes, network }: Subnet): Truth {
  if (prefixes.known.isEmpty && prefixes.unknown.length === 0) return no();
  if (network.addressSpace.known.covers(prefixes.known)) {
    return prefixes.unknown.length === 0
      ? no()
      : unknown("the subnet's prefix", prefixes.unknown[0]?.origin?.span);
  }
  if (
    network.resource.mode === "existing" ||
    network.addressSpace.unknown.length > 0 ||
    network.addressSpace.known.isEmpty
  ) {
    return unknown(
      `the address space of ${called(network.resource)}`,
      network.addressSpace.unknown[0]?.origin?.span,
    );
  }
  return decided(true);
}
