import {
  type AddressRule,
  all,
  called,
  decided,
  defineRule,
  describe,
  isString,
  isTrue,
  listed,
  no,
  not,
  type Part,
  type Resource,
  type Service,
  shown,
  type Truth,
  unknown,
} from "isolint";

/** A whole /16: more addresses than one organisation's own way out has. */
const MOST = 65_536;

interface Options {
  /** So many addresses may be admitted together. */
  readonly maxAddresses?: number;
}

interface Judged {
  readonly resource: Resource;
  readonly part?: Part;
  readonly rule: AddressRule;
  readonly service: Service;
}

export default defineRule<Judged, Options>({
  title: "A firewall rule admits very many addresses",
  levels: { recommended: "error", strict: "error" },
  why: "A range that nobody owns as a whole admits strangers. Split into several rules, it is as open as in one.",
  remedy: "Name the addresses of those who need access, or give them a private endpoint.",
  links: [
    "https://learn.microsoft.com/azure/azure-sql/database/firewall-configure",
    "https://learn.microsoft.com/azure/storage/common/storage-network-security",
  ],
  controls: { mcsb: ["NS-2"], cis: ["5.1.2"], nist: ["SC-7", "AC-4"] },
  statements: [22],
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      maxAddresses: {
        type: "integer",
        minimum: 1,
        description: "So many addresses may be admitted by rules that lie side by side. 65536 by default.",
      },
    },
  },
  judges: function* ({ network }) {
    for (const service of network.services) {
      if (service.judged === "by-own-rule") continue;
      for (const rule of service.firewall.addressRules) {
        yield { resource: rule.resource, ...(rule.part && { part: rule.part }), rule, service };
      }
    }
  },
  check: ({ rule, service }, { options }) => {
    const { firewall } = service;
    const most = options.maxAddresses ?? MOST;
    const { addresses, others } = firewall.rangeAround(rule);
    return {
      fails: all(rule.allows, firewall.isOn, not(firewall.admitsByDefault), () =>
        isTooWide(rule, addresses.size > BigInt(most)),
      ),
      tell: () => {
        const text = rule.values.map(shown).join(" to ");
        return {
          at: rule.spot,
          because: rule.values,
          message: `${service.label} ${called(service.resource)} admits ${text}${besides(others)}: ${rule.range ? addresses.size.toLocaleString("en") : `more than ${most.toLocaleString("en")}`} addresses of the internet.`,
        };
      },
    };
  },
});

function besides(others: readonly AddressRule[]): string {
  const texts = others.map(({ values }) => values.map(shown).join(" to "));
  return texts.length > 0 ? ` and beside it ${listed(texts, 3)}` : "";
}

/** A tag, a malformed text and the address that stands for Azure are no range; an unknown one could be any. */
function isTooWide({ range, values, malformed, tag, isAnyAzure }: AddressRule, isWide: boolean): Truth {
  if (isTrue(isAnyAzure)) return no();
  if (range) return decided(isWide, ...values.map((value) => ({ value })));
  if (malformed !== undefined || tag !== undefined) return no();
  const value = values.find((one) => !isString(one));
  return unknown(`how many addresses ${value ? describe(value) : "the rule"} holds`, value?.origin?.span);
}
