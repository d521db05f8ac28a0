import { all, called, defineRule, is, type Subnet } from "isolint";

export default defineRule<Subnet>({
  title: "A subnet has the regional and the global endpoint of storage",
  levels: { recommended: "error", strict: "error" },
  why: "Azure allows one of Microsoft.Storage and Microsoft.Storage.Global on a subnet and refuses both.",
  remedy:
    "Keep Microsoft.Storage.Global where accounts of other regions are used, Microsoft.Storage otherwise.",
  links: ["https://learn.microsoft.com/azure/storage/common/storage-network-security-virtual-networks"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [22],
  judges: ({ network }) => network.subnets.filter(({ serviceEndpoints }) => serviceEndpoints.size > 1),
  check: ({ resource, serviceEndpoints }) => ({
    fails: all(
      serviceEndpoints.some(({ service }) => is(service, "Microsoft.Storage")),
      () => serviceEndpoints.some(({ service }) => is(service, "Microsoft.Storage.Global")),
    ),
    tell: () => ({
      at: { resource, path: "properties.serviceEndpoints" },
      because: [...serviceEndpoints].map(({ service }) => service),
      message: `Subnet ${called(resource)} has both Microsoft.Storage and Microsoft.Storage.Global, of which Azure allows one.`,
    }),
  }),
});
