import {
  all,
  called,
  defineRule,
  type ForwardingRule,
  MANAGEMENT_PORTS,
  Ports,
  shown,
  shownName,
} from "isolint";

interface Options {
  /** Ports that must not be forwarded from the internet, in place of the built-in list. */
  readonly ports?: readonly number[];
}

export default defineRule<ForwardingRule, Options>({
  title: "A public load balancer forwards a management port",
  levels: { recommended: "error", strict: "error" },
  why: "A NAT rule puts a remote shell or a database on the internet, whatever port it has outside: another number hides nothing from a scan.",
  remedy: "Remove the rule, and administer through Azure Bastion or a VPN.",
  links: [
    "https://learn.microsoft.com/azure/load-balancer/inbound-nat-rules",
    "https://learn.microsoft.com/azure/bastion/bastion-overview",
  ],
  controls: { mcsb: ["NS-1", "NS-2"], cis: ["7.1", "7.2"], nist: ["SC-7", "AC-4", "AC-17"] },
  statements: [3],
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      ports: {
        type: "array",
        items: { type: "integer", minimum: 0, maximum: 65535 },
        description: "Ports that must not be forwarded from the internet, in place of the built-in list.",
      },
    },
  },
  judges: ({ network }) => network.forwardingRules,
  check: (rule, { options }) => {
    const ports = options.ports ? Ports.of(...options.ports) : MANAGEMENT_PORTS;
    return {
      fails: all(rule.isFromPublic, () => rule.leadsTo(ports)),
      tell: () => {
        const port = shown(rule.backendPort);
        const name = rule.part ? `'${shownName(rule.part.name)}'` : called(rule.resource);
        return {
          at: rule.spot,
          because: [rule.backendPort],
          message: `Rule ${name} of public load balancer ${called(rule.balancer)} forwards the internet to ${port === "0" ? "every port" : `port ${port}`} of the machines behind it.`,
        };
      },
    };
  },
});
