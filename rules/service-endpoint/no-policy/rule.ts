import {
  all,
  any,
  called,
  defineRule,
  is,
  not,
  type Part,
  type Resource,
  type ServiceEndpoint,
  type Subnet,
} from "isolint";

interface Judged {
  readonly resource: Resource;
  readonly part: Part;
  readonly subnet: Subnet;
  readonly endpoint: ServiceEndpoint;
}

export default defineRule<Judged>({
  title: "A service endpoint for storage leads to everybody's accounts",
  levels: { recommended: "off", strict: "warning" },
  why: "A service endpoint opens the way to all of Azure Storage, also to accounts of other tenants. Without a policy, data can be written to any of them.",
  remedy: "Attach a service endpoint policy that names the accounts that may be used.",
  links: [
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoint-policies-overview",
  ],
  controls: { mcsb: ["NS-1", "NS-2"], nist: ["SC-7", "AC-4"] },
  statements: [25],
  judges: function* ({ network }) {
    for (const subnet of network.subnets) {
      for (const endpoint of subnet.serviceEndpoints) {
        const part = { collection: "serviceEndpoints", name: endpoint.service };
        yield { resource: subnet.resource, part, subnet, endpoint };
      }
    }
  },
  check: ({ resource, subnet, endpoint }) => ({
    fails: all(is(endpoint.service, "Microsoft.Storage"), () =>
      not(any(...subnet.serviceEndpointPolicies.map(({ isSet }) => isSet))),
    ),
    tell: () => ({
      at: endpoint.spot,
      message: `Subnet ${called(resource)} reaches every account of Azure Storage, those of other tenants too: it has no service endpoint policy.`,
    }),
  }),
});
