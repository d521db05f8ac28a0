import { all, any, called, defineRule, type Nsg, type Subnet, type Truth } from "isolint";

/** Services to which data can be carried off, when all of their customers' instances can be reached. */
const CARRIERS = ["Storage", "Sql", "AzureCloud"];

export default defineRule<Subnet>({
  title: "Data can leave past the private endpoints of a subnet",
  levels: { recommended: "off", strict: "warning" },
  why: "A private endpoint gives a way to one instance. As long as the whole service, or the internet, can be reached as well, data can be copied to anybody's account.",
  remedy: "Deny the service's tag and Internet on the way out; the private endpoints keep working.",
  links: ["https://learn.microsoft.com/azure/private-link/private-endpoint-overview"],
  controls: { mcsb: ["NS-1", "NS-2"], nist: ["SC-7", "AC-4"] },
  statements: [18, 25],
  judges: ({ network }) =>
    network.subnets.filter(
      ({ occupants, nsg }) =>
        nsg.to.size > 0 && [...occupants].some(({ kind }) => kind === "private-endpoint"),
    ),
  check: ({ resource, nsg }) => {
    return {
      fails: all(nsg.isSet, () => nsg.to.some(letsOut)),
      tell: () => {
        const [group] = nsg.to;
        return {
          at: { resource, path: "properties.networkSecurityGroup" },
          message: `From subnet ${called(resource)} data can leave past its private endpoints: ${group ? called(group.resource) : "its group"} lets traffic out to whole services or the internet.`,
          related: group ? [{ message: "the group", at: { resource: group.resource } }] : [],
        };
      },
    };
  },
});

function letsOut(group: Nsg): Truth {
  const ports = { direction: "Outbound" } as const;
  const open = any(
    group.admits({ ...ports, to: { kind: "internet" } }),
    ...CARRIERS.map((tag) => group.admits({ ...ports, to: { kind: "tag", tag } })),
  );
  return open;
}
