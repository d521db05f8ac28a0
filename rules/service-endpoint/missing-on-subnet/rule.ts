import {
  all,
  called,
  defineRule,
  type NetworkRule,
  not,
  type Part,
  type Resource,
  type Service,
  shown,
} from "isolint";

interface Judged {
  readonly resource: Resource;
  readonly part?: Part;
  readonly rule: NetworkRule;
  readonly service: Service;
}

export default defineRule<Judged>({
  title: "A firewall admits a subnet that lacks the service's endpoint",
  levels: { recommended: "error", strict: "error" },
  why: "Without the service endpoint, traffic from the subnet arrives with a public address. The rule that names the subnet never matches, and the connection is refused.",
  remedy: "Add the service's endpoint to the subnet.",
  links: [
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview",
    "https://learn.microsoft.com/azure/storage/common/storage-network-security-virtual-networks",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [22, 24],
  judges: function* ({ network }) {
    for (const service of network.services) {
      if (service.serviceEndpoint === undefined) continue;
      for (const rule of service.firewall.networkRules) {
        const { resource } = rule;
        const [subnet] = rule.subnet.to.sure;
        const name = subnet?.name ?? rule.subnet.value;
        const part =
          resource === service.resource ? { part: { collection: "virtualNetworkRules", name } } : {};
        yield { resource, ...part, rule, service };
      }
    }
  },
  check: ({ rule, service }) => {
    const endpoint = service.serviceEndpoint ?? "";
    const subnet = rule.subnet.to.seen[0]?.is;
    return {
      fails: all(rule.allows, service.firewall.isOn, () =>
        rule.subnet.to.some((one) => not(one.hasServiceEndpoint(endpoint))),
      ),
      tell: () => ({
        at: rule.spot,
        because: [rule.subnet.value],
        message: `${service.label} ${called(service.resource)} admits subnet ${subnet ? called(subnet.resource) : shown(rule.subnet.value)}, but the subnet has no service endpoint ${endpoint}: its traffic is refused.`,
        ...(subnet && {
          related: [
            {
              message: `has no endpoint ${endpoint}`,
              at: { resource: subnet.resource, path: "properties.serviceEndpoints" },
            },
          ],
          remedy: `Add ${endpoint} to the service endpoints of subnet ${called(subnet.resource)}.`,
        }),
      }),
    };
  },
});
