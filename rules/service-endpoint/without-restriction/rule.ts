import {
  all,
  any,
  called,
  defineRule,
  listed,
  no,
  type Part,
  type Resource,
  type Service,
  type ServiceEndpoint,
  shown,
  type Truth,
} from "isolint";

interface Judged {
  readonly resource: Resource;
  readonly part: Part;
  readonly endpoint: ServiceEndpoint;
  readonly services: readonly Service[];
  readonly admitEveryone: Truth;
}

/** As many as the message names. */
const MOST_NAMED = 6;

export default defineRule<Judged>({
  title: "A service endpoint protects nothing",
  levels: { recommended: "warning", strict: "warning" },
  why: "A service endpoint only changes the route and the source address. As long as the service admits everyone, nobody is kept out by it.",
  remedy:
    "Let the service's firewall deny by default and admit this subnet, or use a private endpoint and turn public access off.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7", "AC-4"] },
  statements: [22, 27],
  judges: function* ({ network }) {
    // Many subnets have the endpoint, and many instances stand behind it.
    const open = new Map<readonly Service[], Truth>();
    for (const subnet of network.subnets) {
      for (const endpoint of subnet.serviceEndpoints) {
        const services = network.servicesBehind(endpoint);
        const part = { collection: "serviceEndpoints", name: endpoint.service };
        const admitEveryone = open.get(services) ?? admitsEveryone(services);
        open.set(services, admitEveryone);
        yield { resource: subnet.resource, part, endpoint, services, admitEveryone };
      }
    }
  },
  check: ({ resource, endpoint, services, admitEveryone }) => ({
    fails: admitEveryone,
    tell: () => ({
      at: endpoint.spot,
      because: [endpoint.service],
      message: `Subnet ${called(resource)} has the service endpoint ${shown(endpoint.service)}, but ${listed(services.map((one) => `${one.label} ${called(one.resource)}`))} ${services.length === 1 ? "admits" : "admit"} everyone.`,
      related: services.slice(0, MOST_NAMED).map(({ exposure }) => {
        const { note, spot } = exposure.decides;
        return { message: note, at: spot };
      }),
    }),
  }),
});

/** Whether there is an instance, and all of them are open. */
function admitsEveryone(services: readonly Service[]): Truth {
  if (services.length === 0) return no();
  return all(
    any(...services.map((one) => one.resource.exists)),
    ...services.map((one) => () => one.exposure.open),
  );
}
