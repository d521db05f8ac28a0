import { all, called, defineRule, isRoutedAway, isTrue, not, type Subnet, type Truth } from "isolint";

export default defineRule<Subnet>({
  title: "A subnet that is meant to be isolated can reach the internet",
  levels: { recommended: "off", strict: "warning" },
  why: "A private way in protects nothing from going out. As long as the subnet reaches the internet, data can leave, and malicious software can be fetched and controlled.",
  remedy: "Deny Internet on the way out in the subnet's group, or route 0.0.0.0/0 to a firewall.",
  links: ["https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview"],
  controls: { mcsb: ["NS-1", "NS-3"], nist: ["SC-7", "AC-4"] },
  statements: [18, 29],
  judges: ({ network }) => network.subnets.filter((subnet) => isMeantToBeIsolated(subnet)),
  check: (subnet) => {
    return {
      fails: all(not(deniesInternet(subnet)), () => not(isRoutedAway(subnet))),
      tell: () => {
        const [group] = subnet.nsg.to;
        return {
          at: {
            resource: subnet.resource,
            path: group ? "properties.networkSecurityGroup" : "properties.routeTable",
          },
          message: `Subnet ${called(subnet.resource)} holds private endpoints, but can reach the internet: ${group ? `${called(group.resource)} lets it out` : "it has no network security group"}, and no route leads elsewhere.`,
        };
      },
    };
  },
});

/** It holds private endpoints, or is routed to a firewall. */
function isMeantToBeIsolated(subnet: Subnet): boolean {
  return (
    [...subnet.occupants].some(({ kind }) => kind === "private-endpoint") || isTrue(isRoutedAway(subnet))
  );
}

function deniesInternet({ nsg }: Subnet): Truth {
  return nsg.to.some((group) => not(group.admits({ direction: "Outbound", to: { kind: "internet" } })));
}
