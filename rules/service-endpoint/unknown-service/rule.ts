import {
  called,
  correctedServiceEndpoint,
  decided,
  defineRule,
  didYouMean,
  isString,
  judge,
  type Part,
  type Resource,
  type ServiceEndpoint,
  serviceEndpoint,
  serviceEndpoints,
  shown,
  unknown,
} from "isolint";

interface Judged {
  readonly resource: Resource;
  readonly part: Part;
  readonly endpoint: ServiceEndpoint;
}

export default defineRule<Judged>({
  title: "A subnet names a service endpoint that Azure does not have",
  levels: { recommended: "error", strict: "error" },
  why: "Azure refuses a service endpoint that it does not know, and with it the subnet.",
  remedy: "Use the name of the endpoint as Azure lists it.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [22],
  judges: function* ({ network }) {
    for (const { resource, serviceEndpoints: endpoints } of network.subnets) {
      for (const endpoint of endpoints) {
        yield { resource, part: { collection: "serviceEndpoints", name: endpoint.service }, endpoint };
      }
    }
  },
  check: ({ resource, endpoint }) => ({
    fails: judge(endpoint.service, (leaf) =>
      isString(leaf)
        ? decided(serviceEndpoint(leaf.value) === undefined)
        : unknown(`which service ${shown(leaf)} is`, leaf.origin?.span),
    ),
    tell: () => ({
      at: endpoint.spot,
      because: [endpoint.service],
      message: `Subnet ${called(resource)} names the service endpoint '${shown(endpoint.service)}', which Azure does not have${suggestion(shown(endpoint.service))}`,
    }),
  }),
});

/** The right name for a misspelling that is seen in the wild, else the nearest one. */
function suggestion(written: string): string {
  const right = correctedServiceEndpoint(written);
  if (right) return `. It is called '${right}'.`;
  return didYouMean(
    written,
    serviceEndpoints().map(({ name }) => name),
  );
}
