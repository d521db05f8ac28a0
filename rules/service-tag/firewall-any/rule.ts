import {
  all,
  any,
  called,
  decided,
  defineRule,
  type FirewallPolicyRule,
  is,
  isOneOf,
  isString,
  isTrue,
  isUnset,
  judge,
  listed,
  MANAGEMENT_PORTS,
  no,
  type Part,
  Ports,
  type Resource,
  shown,
  type Truth,
  unknown,
  type Value,
} from "isolint";
import { isEverything } from "../everything.ts";
import { openTogether, type Together } from "./together.ts";

interface Judged {
  readonly resource: Resource;
  readonly part: Part;
  readonly rule: FirewallPolicyRule;
  /** The rules that open everything together, where it is one of them. */
  readonly together: Together | undefined;
}

export default defineRule<Judged>({
  title: "A firewall rule lets anything through",
  levels: { recommended: "error", strict: "error" },
  why: "A firewall is the last place where traffic of the whole network is looked at. A rule that allows any to any, or publishes a management port, makes it a router.",
  remedy: "Name sources, destinations and ports in the rule; publish no management port.",
  links: ["https://learn.microsoft.com/azure/firewall/rule-processing"],
  controls: { mcsb: ["NS-3"], nist: ["SC-7", "AC-4"] },
  statements: [29],
  judges: function* ({ network }) {
    for (const firewall of network.azureFirewalls) {
      const groups = openTogether(firewall.rules.seen, isOpenFor);
      for (const rule of firewall.rules) {
        const { resource, name, collection: within } = rule;
        const part = { collection: "rules", name, ...(!isUnset(within) && { within }) };
        const together = groups.find(({ rules }) => rules.includes(rule));
        yield { resource, part, rule, together };
      }
    }
  },
  check: ({ rule, together }) => {
    const alone = isFromAnywhere(rule);
    return {
      fails: all(isOpenFor(rule), () => any(alone, together?.holds ?? no())),
      tell: () => ({
        at: rule.spot,
        message: messageOn(rule, isTrue(alone) ? [] : (together?.rules.filter((one) => one !== rule) ?? [])),
      }),
    };
  },
});

function messageOn(rule: FirewallPolicyRule, besides: readonly FirewallPolicyRule[]): string {
  const everyone = `(${listed(rule.sources.map(shown), 3)})`;
  const collection = isUnset(rule.collection) ? "" : ` of '${shown(rule.collection)}'`;
  const of = `rule '${shown(rule.name)}'${collection} in ${called(rule.resource)}`;
  const others = listed(
    besides.map(({ name }) => `'${shown(name)}'`),
    3,
  );
  const with_ = besides.length > 0 ? `, together with ${others},` : "";
  switch (rule.kind) {
    case "nat":
      return `NAT ${of}${with_} lets everyone ${everyone} reach the management port ${listed(leadsTo(rule).map(shown))} behind the firewall.`;
    case "application":
      return `Application ${of}${with_} lets everyone ${everyone} reach every name.`;
    case "network":
      return `Network ${of}${with_} allows everything from everywhere ${everyone}.`;
  }
}

/** Whether nothing but its addresses could keep anything out. */
function isOpenFor(rule: FirewallPolicyRule): Truth {
  switch (rule.kind) {
    case "nat":
      return any(...leadsTo(rule).map(isManagement));
    case "application":
      return all(is(rule.action, "Allow"), any(...rule.destinations.map((one) => is(one, "*"))));
    case "network":
      return all(
        is(rule.action, "Allow"),
        any(...rule.ports.map((one) => isOneOf(one, ["*", "0-65535", "1-65535"]))),
        any(...rule.protocols.map((one) => is(one, "Any"))),
      );
  }
}

function isFromAnywhere({ kind, sources, destinations }: FirewallPolicyRule): Truth {
  return kind === "network" ? all(isEverything(sources), isEverything(destinations)) : isEverything(sources);
}

/** What is behind a NAT rule decides: another number outside hides nothing. */
function leadsTo({ translatedPort, ports }: FirewallPolicyRule): readonly Value[] {
  return isUnset(translatedPort) ? ports : [translatedPort];
}

function isManagement(port: Value): Truth {
  return judge(port, (leaf) => {
    const text =
      isString(leaf) || (leaf.kind === "literal" && typeof leaf.value === "number")
        ? String(leaf.value)
        : undefined;
    if (text === undefined) return unknown(`which port ${shown(leaf)} is`, leaf.origin?.span);
    return decided(!MANAGEMENT_PORTS.intersect(portsIn(text)).isEmpty);
  });
}

function portsIn(text: string): Ports {
  if (text === "*") return Ports.all;
  const [first = Number.NaN, last = first] = text.split("-").map(Number);
  return Number.isNaN(first) || Number.isNaN(last) ? Ports.none : Ports.of({ first, last });
}
