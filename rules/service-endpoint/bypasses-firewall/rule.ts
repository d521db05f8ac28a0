import { all, called, defineRule, is, listed, type Route, type Subnet, shown, type Truth } from "isolint";

export default defineRule<Subnet>({
  title: "A service endpoint goes round the firewall",
  levels: { recommended: "warning", strict: "error" },
  why: "The route of a service endpoint is more specific than 0.0.0.0/0: traffic to the service leaves the subnet directly, and the firewall to which everything else is sent never sees it.",
  remedy: "Put the service endpoint on the firewall's subnet instead, and let the service admit that one.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview"],
  controls: { mcsb: ["NS-1", "NS-3"], nist: ["SC-7", "AC-4"] },
  statements: [39, 40],
  judges: ({ network }) =>
    network.subnets.filter(
      ({ routeTable, serviceEndpoints }) => routeTable.to.size > 0 && serviceEndpoints.size > 0,
    ),
  check: (subnet) => {
    const throughFirewall = subnet.routeTable.to.flatMap(({ routes }) => routes.where(leadsToFirewall));
    return {
      fails: all(throughFirewall.some(), () => subnet.serviceEndpoints.some()),
      tell: () => {
        const { resource } = subnet;
        const [route] = throughFirewall;
        const endpoints = [...subnet.serviceEndpoints];
        const [only] = endpoints;
        const services = endpoints.map(({ service }) => service);
        return {
          at: only && endpoints.length === 1 ? only.spot : { resource, path: "properties.serviceEndpoints" },
          because: services,
          message: `Subnet ${called(resource)} sends 0.0.0.0/0 to a firewall, but its service ${
            endpoints.length === 1 ? "endpoint" : "endpoints"
          } ${listed(services.map(shown))} ${endpoints.length === 1 ? "goes" : "go"} round it.`,
          related: route
            ? [{ message: "sends 0.0.0.0/0 to the firewall", at: { resource: route.resource } }]
            : [],
        };
      },
    };
  },
});

function leadsToFirewall({ prefix, nextHop }: Route): Truth {
  return all(is(prefix, "0.0.0.0/0"), is(nextHop, "VirtualAppliance"));
}
