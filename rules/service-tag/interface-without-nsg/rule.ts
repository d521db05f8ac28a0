import { all, called, defineRule, type NetworkInterface, no, not, type Truth, unknown } from "isolint";

export default defineRule<NetworkInterface>({
  title: "A machine's interface has no network security group",
  levels: { recommended: "warning", strict: "error" },
  why: "Neither the interface nor its subnet filters what reaches the machine: every port is open to whoever has a way to it.",
  remedy: "Attach a network security group to the subnet, or to the interface.",
  links: ["https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "AC-4"] },
  statements: [6],
  judges: ({ network }) => network.interfaces,
  check: (nic) => ({
    fails: all(not(nic.nsg.isSet), () => lacksOnSubnet(nic)),
    tell: () => ({
      at: { resource: nic.resource, path: "properties.networkSecurityGroup" },
      message: `Interface ${called(nic.resource)} has no network security group, and nothing shows that its subnet has one.`,
    }),
  }),
});

/** For a subnet of this stack `subnet-without-nsg` speaks; of one that lies elsewhere only its own stack knows. */
function lacksOnSubnet({ subnets }: NetworkInterface): Truth {
  if (subnets.size === 0) return unknown("whether its subnet has a group");
  return subnets.some(({ resource, nsg }) => (resource.mode === "declared" ? no() : not(nsg.isSet)));
}
