import { all, any, called, defineRule, isFalse, not, type Subnet } from "isolint";

export default defineRule<Subnet>({
  title: "A group or route table on a subnet does not act on its private endpoints",
  levels: { recommended: "warning", strict: "warning" },
  why: "Network security groups and routes reach private endpoints only when the subnet says so. Otherwise everything with a line of sight reaches the endpoints, whatever the rules say.",
  remedy: "Turn the private endpoint network policies of the subnet on.",
  links: ["https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy"],
  controls: { mcsb: ["NS-1", "NS-2"], nist: ["SC-7", "AC-4"] },
  statements: [19, 34, 35],
  judges: ({ network }) =>
    network.subnets.filter(({ occupants }) => [...occupants].some(({ kind }) => kind === "private-endpoint")),
  check: ({ resource, nsg, routeTable, endpointPolicies, occupants }) => {
    const groupIdle = all(nsg.isSet, not(endpointPolicies.nsg));
    const routesIdle = all(routeTable.isSet, not(endpointPolicies.routes));
    return {
      fails: all(
        occupants.some(({ kind }) => (kind === "private-endpoint" ? all() : any())),
        () => any(groupIdle, routesIdle),
      ),
      tell: () => {
        const endpoint = [...occupants].find(({ kind }) => kind === "private-endpoint");
        return {
          at: { resource, path: "properties.privateEndpointNetworkPolicies" },
          because: [resource.get("properties.privateEndpointNetworkPolicies")],
          message: `Subnet ${called(resource)} holds private endpoints, but its ${isFalse(groupIdle) ? "route table has" : isFalse(routesIdle) ? "network security group has" : "network security group and route table have"} no effect on them.`,
          related: endpoint ? [{ message: "an endpoint in it", at: { resource: endpoint.resource } }] : [],
        };
      },
    };
  },
});
