import { called, defineRule, is, type Resource } from "isolint";

const PATH = "properties.ipAddress.type";

export default defineRule<Resource>({
  title: "A container group has a public IP address",
  levels: { recommended: "error", strict: "error" },
  why: "A container group with a public address stands on the internet without any firewall or security group: its open ports answer everyone.",
  remedy:
    "Put the group into a subnet with a private address, or leave the address out where nobody calls it.",
  links: [
    "https://learn.microsoft.com/azure/container-instances/container-instances-virtual-network-concepts",
  ],
  controls: { mcsb: ["NS-1", "NS-2"], nist: ["SC-7"] },
  statements: [9],
  judges: ({ network }) => network.graph.ofType("Microsoft.ContainerInstance/containerGroups"),
  check: (group) => ({
    fails: is(group.get(PATH), "Public"),
    tell: () => ({
      at: { resource: group, path: PATH },
      because: [group.get(PATH)],
      message: `Container group ${called(group)} has a public IP address: its ports can be reached from the internet, and nothing can restrict them.`,
    }),
  }),
});
