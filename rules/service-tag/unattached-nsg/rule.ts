import { called, defineRule, type Nsg, no, not } from "isolint";

export default defineRule<Nsg>({
  title: "A network security group protects nothing",
  levels: { recommended: "warning", strict: "warning" },
  why: "A group that is attached to no subnet and no interface filters nothing, though its rules read as if they were in force.",
  remedy: "Attach the group to the subnet that it was written for, or take it out.",
  links: ["https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "AC-4"] },
  statements: [6],
  judges: ({ network }) => network.nsgs,
  check: (nsg, { network }) => ({
    fails: network.isOutput(nsg.resource) ? no() : not(nsg.isAttached),
    tell: () => ({
      message: `Network security group ${called(nsg.resource)} is attached to no subnet and no interface: its rules are not in force.`,
    }),
  }),
});
