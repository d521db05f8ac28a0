import {
  all,
  any,
  called,
  defineRule,
  is,
  isFalse,
  isRoutedAway,
  no,
  not,
  type Occupant,
  type Subnet,
  type Truth,
  yes,
} from "isolint";

export default defineRule<Subnet>({
  title: "A subnet of a network with a firewall goes out past it",
  levels: { recommended: "off", strict: "warning" },
  why: "A firewall sees only what is routed to it. A subnet without a route for 0.0.0.0/0, or with one to the internet, leaves directly, and the rules of the firewall protect nobody there.",
  remedy: "Route 0.0.0.0/0 of the subnet to the firewall.",
  links: ["https://learn.microsoft.com/azure/firewall/tutorial-firewall-deploy-portal"],
  controls: { mcsb: ["NS-3"], nist: ["SC-7", "AC-4"] },
  statements: [16, 40],
  judges: ({ network }) =>
    network.virtualNetworks
      .filter(({ azureFirewalls }) => azureFirewalls.size > 0)
      .flatMap(({ subnets }) => [...subnets])
      .filter(({ holdsClients }) => !isFalse(holdsClients)),
  check: (subnet) => {
    return {
      fails: all(
        subnet.network.azureFirewalls.some(),
        () => not(isRoutedAway(subnet)),
        () => not(sendsNothing(subnet)),
      ),
      tell: () => {
        const [firewall] = subnet.network.azureFirewalls;
        const [table] = subnet.routeTable.to;
        return {
          at: { resource: subnet.resource, path: "properties.routeTable" },
          because: [],
          message: `Subnet ${called(subnet.resource)} ${table ? `has no route in ${called(table.resource)} that sends 0.0.0.0/0 away from the internet` : "has no route table"}: it goes out past the firewall ${firewall ? called(firewall.resource) : ""}.`,
          related: firewall ? [{ message: "the firewall", at: { resource: firewall.resource } }] : [],
        };
      },
    };
  },
});

/** What lies in the subnet sends nothing by itself, or may not be routed to a firewall. */
function sendsNothing({ occupants, delegations }: Subnet): Truth {
  return any(
    delegations.some(({ service }) => is(service, "Microsoft.Network/dnsResolvers")),
    all(occupants.some(), occupants.every(isStill)),
  );
}

function isStill(occupant: Occupant): Truth {
  if (occupant.kind === "private-endpoint") return yes();
  if (occupant.kind !== "service") return no();
  return occupant.placement.ways.some(({ routeTable }) =>
    routeTable === "restricted" || routeTable === "forbidden" ? yes() : no(),
  );
}
