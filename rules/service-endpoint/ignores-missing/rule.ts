import {
  all,
  called,
  defineRule,
  isFalse,
  type NetworkRule,
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
  title: "A firewall rule is told to ignore that a subnet has no service endpoint",
  levels: { recommended: "warning", strict: "error" },
  why: "The rule is accepted and never matches until somebody adds the endpoint to the subnet. It looks like access that is there, and it is not.",
  remedy: "Add the endpoint to the subnet, and take the exception out.",
  links: ["https://learn.microsoft.com/azure/azure-sql/database/vnet-service-endpoint-rule-overview"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [22, 24],
  judges: function* ({ network }) {
    for (const service of network.services) {
      for (const rule of service.firewall.networkRules) {
        if (isFalse(rule.ignoresMissing) && rule.resource === service.resource) continue;
        const part =
          rule.resource === service.resource
            ? {
                part: {
                  collection: "virtualNetworkRules",
                  name: rule.subnet.to.sure[0]?.name ?? rule.subnet.value,
                },
              }
            : {};
        yield { resource: rule.resource, ...part, rule, service };
      }
    }
  },
  check: ({ rule, service }) => ({
    fails: all(rule.allows, rule.ignoresMissing),
    tell: () => ({
      at: rule.spot,
      message: `${service.label} ${called(service.resource)} admits subnet ${shown(rule.subnet.to.sure[0]?.name ?? rule.subnet.value)} even where the subnet has no service endpoint: then the rule never matches.`,
    }),
  }),
});
