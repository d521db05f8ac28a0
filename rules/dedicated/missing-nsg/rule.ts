import { all, any, called, decided, defineRule, isTrue, not, type Placement, type Subnet } from "isolint";

export default defineRule<Subnet>({
  title: "A service lies in a subnet without the network security group that it asks for",
  levels: { recommended: "error", strict: "error" },
  why: "These services need a group on their subnet: Azure refuses the deployment without one, or the rules that keep their control plane apart from the internet are missing.",
  remedy: "Attach a network security group with the rules that the service documents.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-for-azure-services"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "AC-4"] },
  statements: [6],
  judges: ({ network }) => network.subnets.filter((subnet) => placementsOf(subnet).length > 0),
  check: (subnet) => {
    const asking = subnet.occupants.some((one) => (one.kind === "service" ? asks(one.placement) : any()));
    return {
      fails: all(asking, not(subnet.nsg.isSet)),
      tell: () => {
        const placements = placementsOf(subnet);
        const service = placements.find((one) => isTrue(asks(one))) ?? placements[0];
        const [way] = service ? service.ways : [];
        return {
          at: { resource: subnet.resource, path: "properties.networkSecurityGroup" },
          because: [],
          message: `Subnet ${called(subnet.resource)} has no network security group, which ${way?.name ?? "its service"} ${service ? called(service.resource) : ""} needs.`,
          related: service ? [{ message: "the service", at: { resource: service.resource } }] : [],
        };
      },
    };
  },
});

function asks({ ways }: Placement): ReturnType<Placement["ways"]["some"]> {
  return ways.some(({ nsg }) => decided(nsg === "required"));
}

/** Services of the subnet that may ask for a group. */
function placementsOf({ occupants }: Subnet): readonly Placement[] {
  return [...occupants].flatMap((one) =>
    one.kind === "service" && [...one.placement.ways].some(({ nsg }) => nsg === "required")
      ? [one.placement]
      : [],
  );
}
