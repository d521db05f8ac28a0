import {
  all,
  any,
  called,
  defineRule,
  listed,
  type Part,
  type Resource,
  type Service,
  type ServiceEndpoint,
  type Subnet,
  shown,
  type Truth,
} from "isolint";

interface Judged {
  readonly resource: Resource;
  readonly part: Part;
  readonly subnet: Subnet;
  readonly endpoint: ServiceEndpoint;
  readonly services: readonly Service[];
}

export default defineRule<Judged>({
  title: "A subnet has a service endpoint for what its network reaches privately",
  levels: { recommended: "info", strict: "info" },
  why: "Where every instance of the service has a private endpoint in the network, the service endpoint is not used by them; it only keeps the way to everybody else's instances open.",
  remedy: "Take the service endpoint off the subnet.",
  links: ["https://learn.microsoft.com/azure/private-link/private-endpoint-overview"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [25, 30],
  judges: function* ({ network }) {
    for (const subnet of network.subnets) {
      for (const endpoint of subnet.serviceEndpoints) {
        const services = network.servicesBehind(endpoint);
        const part = { collection: "serviceEndpoints", name: endpoint.service };
        if (services.length > 0) yield { resource: subnet.resource, part, subnet, endpoint, services };
      }
    }
  },
  check: ({ resource, subnet, endpoint, services }) => ({
    fails: all(...services.map((service) => () => isReachedPrivately(service, subnet))),
    tell: () => ({
      at: endpoint.spot,
      message: `Subnet ${called(resource)} has the service endpoint ${shown(endpoint.service)}, but its network reaches ${listed(
        services.map((one) => called(one.resource)),
        3,
      )} by private endpoint.`,
    }),
  }),
});

/** Whether the instance has an endpoint in the subnet's network or in one that is peered with it. */
function isReachedPrivately({ privateEndpoints }: Service, { network }: Subnet): Truth {
  const near = new Set([network.resource, ...[...network.peers].map(({ resource }) => resource)]);
  return privateEndpoints.some(({ endpoint }) =>
    endpoint.network.some((home) => (near.has(home.resource) ? all() : any())),
  );
}
