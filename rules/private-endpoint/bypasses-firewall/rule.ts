import {
  all,
  any,
  called,
  defineRule,
  goesStraight,
  isFalse,
  isTrue,
  type PrivateEndpoint,
  type Subnet,
  sendsToAppliance,
} from "isolint";

export default defineRule<PrivateEndpoint>({
  title: "Traffic to a private endpoint goes round the firewall",
  levels: { recommended: "off", strict: "warning" },
  why: "A private endpoint brings a route for its own address into its network and the peered ones. It is more specific than 0.0.0.0/0: traffic to the endpoint never passes the firewall to which everything else is sent.",
  remedy:
    "Turn on route policies on the endpoint's subnet, and give the clients' subnets a route to the firewall for the network's address space or a longer prefix.",
  links: [
    "https://learn.microsoft.com/azure/private-link/inspect-traffic-with-azure-firewall",
    "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
  ],
  controls: { mcsb: ["NS-2", "NS-3"], nist: ["SC-7", "AC-4"] },
  statements: [19, 35, 41],
  judges: ({ network }) => network.privateEndpoints.filter((endpoint) => sourcesOf(endpoint).length > 0),
  check: (endpoint) => {
    const around = sourcesOf(endpoint)
      .map((source) => ({ source, holds: all(sendsToAppliance(source), goesStraight(source, endpoint)) }))
      .filter(({ holds }) => !isFalse(holds));
    return {
      fails: any(...around.map(({ holds }) => holds)),
      tell: () => {
        const first = around.find(({ holds }) => isTrue(holds)) ?? around[0];
        const [home] = endpoint.subnet.to;
        return {
          at: { resource: endpoint.resource, path: "properties.subnet.id" },
          because: [],
          message: `Subnet ${first ? called(first.source.resource) : "of a client"} sends 0.0.0.0/0 to a firewall, but reaches private endpoint ${called(endpoint.resource)} past it.`,
          related: [
            ...(first
              ? [{ message: "sends 0.0.0.0/0 to the firewall", at: { resource: first.source.resource } }]
              : []),
            ...(home
              ? [
                  {
                    message: "decides whether routes act on the endpoint",
                    at: { resource: home.resource, path: "properties.privateEndpointNetworkPolicies" },
                  },
                ]
              : []),
          ],
        };
      },
    };
  },
});

/** Subnets of the endpoint's network that send what they do not know to an appliance. */
function sourcesOf({ network }: PrivateEndpoint): readonly Subnet[] {
  return [...network].flatMap(({ subnets }) =>
    [...subnets].filter((subnet) => subnet.reserved === undefined && !isFalse(sendsToAppliance(subnet))),
  );
}
