import {
  type AddressRule,
  all,
  called,
  defineRule,
  not,
  type Part,
  type Resource,
  type Service,
  shown,
} from "isolint";

interface Judged {
  readonly resource: Resource;
  readonly part?: Part;
  readonly rule: AddressRule;
  readonly service: Service;
}

export default defineRule<Judged>({
  title: "A firewall admits a private address, which never arrives",
  levels: { recommended: "warning", strict: "warning" },
  why: "A firewall of a public endpoint sees public addresses. A rule for 10.0.0.0/8 and the like never matches, and some services refuse it: those whom it is meant for are shut out, and nobody sees why.",
  remedy:
    "Admit the subnet by service endpoint, give it a private endpoint, or name the public address under which it appears.",
  links: [
    "https://learn.microsoft.com/azure/storage/common/storage-network-security",
    "https://learn.microsoft.com/azure/key-vault/general/network-security",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [22],
  judges: function* ({ network }) {
    for (const service of network.services) {
      if (service.judged === "by-own-rule") continue;
      for (const rule of service.firewall.addressRules) {
        yield { resource: rule.resource, ...(rule.part && { part: rule.part }), rule, service };
      }
    }
  },
  check: ({ rule, service: { resource, label, firewall } }) => ({
    fails: all(rule.allows, firewall.isOn, not(firewall.admitsByDefault), rule.isPrivate),
    tell: () => ({
      at: rule.spot,
      because: rule.values,
      message: `${label} ${called(resource)} admits ${rule.values.map(shown).join(" to ")}, but a private address is never the source at its public endpoint: the rule matches nobody.`,
    }),
  }),
});
