import {
  all,
  called,
  defineRule,
  is,
  type Part,
  type Resource,
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
}

export default defineRule<Judged>({
  title: "A service endpoint goes round the firewall",
  levels: { recommended: "warning", strict: "error" },
  why: "The route of a service endpoint is more specific than 0.0.0.0/0: traffic to the service leaves the subnet directly, and the firewall to which everything else is sent never sees it.",
  remedy: "Put the service endpoint on the firewall's subnet instead, and let the service admit that one.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview"],
  controls: { mcsb: ["NS-1", "NS-3"], nist: ["SC-7"] },
  statements: [39, 40],
  judges: function* ({ network }) {
    for (const subnet of network.subnets) {
      if (subnet.routeTable.to.size === 0) continue;
      for (const endpoint of subnet.serviceEndpoints) {
        const part = { collection: "serviceEndpoints", name: endpoint.service };
        yield { resource: subnet.resource, part, subnet, endpoint };
      }
    }
  },
  check: ({ resource, subnet, endpoint }) => {
    const [table] = subnet.routeTable.to;
    return {
      fails: goesThroughFirewall(subnet),
      at: endpoint.spot,
      because: [endpoint.service],
      message: () =>
        `Subnet ${called(resource)} sends 0.0.0.0/0 to a firewall, but its service endpoint ${shown(endpoint.service)} goes round it.`,
      related: table
        ? [{ message: "sends 0.0.0.0/0 to the firewall", at: { resource: table.resource } }]
        : [],
    };
  },
});

function goesThroughFirewall({ routeTable }: Subnet): Truth {
  return routeTable.to.some(({ routes }) =>
    routes.some(({ prefix, nextHop }) => all(is(prefix, "0.0.0.0/0"), is(nextHop, "VirtualAppliance"))),
  );
}
