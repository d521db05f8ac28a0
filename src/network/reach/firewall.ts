import { isRange, Ports, parseRange, Ranges } from "../../azure/index.ts";
import {
  all,
  any,
  decided,
  describe,
  is,
  isFalse,
  isNumber,
  isString,
  isUnset,
  judge,
  no,
  not,
  type Truth,
  unknown,
  type Value,
  yes,
} from "../../value/index.ts";
import type { AzureFirewall, FirewallPolicyRule } from "../view.ts";
import { type Leg, leg } from "./leg.ts";

/** Whether an Azure Firewall's rules let something through; what no rule names is denied. */
export function firewallAllows(
  firewall: AzureFirewall,
  from: Ranges,
  destination: Ranges | undefined,
  names: readonly string[],
  ports: Ports,
): Leg {
  const flow: FirewallFlow = { from, destination, names, ports };
  const denying = [...firewall.rules].filter(
    ({ kind, action }) => kind !== "nat" && !isFalse(is(action, "Deny")),
  );
  const allowing = firewall.rules.some((rule) => {
    if (rule.kind === "nat") return no();
    return all(is(rule.action, "Allow"), matches(rule, flow, "some"), () =>
      not(any(...denying.map((other) => stopsBefore(other, rule, flow)))),
    );
  });
  return leg(
    allowing,
    () => ({
      yes: `The firewall ${firewall.resource.address} has a rule that allows it.`,
      no: `The firewall ${firewall.resource.address} has no rule that allows it, and denies what none names.`,
    }),
    firewall.resource.span,
  );
}

/** What is sent through a firewall: to addresses, to names, or to either. */
interface FirewallFlow {
  readonly from: Ranges;
  readonly destination: Ranges | undefined;
  readonly names: readonly string[];
  readonly ports: Ports;
}

/** Whether a denying rule takes the flow before the other lets it through. Where it takes a part of it only, nobody can tell. */
function stopsBefore(denying: FirewallPolicyRule, allowing: FirewallPolicyRule, flow: FirewallFlow): Truth {
  const order = orderOf(denying, allowing);
  if (order === "after") return no();
  const some = all(is(denying.action, "Deny"), matches(denying, flow, "some"));
  if (isFalse(some)) return no();
  const doubt = unknown(
    `whether the rule ${describe(denying.name)} denies it before`,
    denying.spot.resource.span,
  );
  return order === "before"
    ? any(all(is(denying.action, "Deny"), matches(denying, flow, "all")), all(some, doubt))
    : all(some, doubt);
}

/** Which of two rules a firewall asks first: those of networks before those of applications, then by the priorities of group and collection. */
function orderOf(a: FirewallPolicyRule, b: FirewallPolicyRule): "before" | "after" | "unknown" {
  if (a.kind !== b.kind) return a.kind === "network" ? "before" : "after";
  const pairs = [
    ...(a.resource === b.resource
      ? []
      : [[a.resource.get("properties.priority"), b.resource.get("properties.priority")] as const]),
    [a.priority, b.priority] as const,
  ];
  for (const [mine, others] of pairs) {
    if (!isNumber(mine) || !isNumber(others)) return "unknown";
    if (mine.value !== others.value) return mine.value < others.value ? "before" : "after";
  }
  return "unknown";
}

/** Whether a rule names some of a flow, or all of it. Of protocols only `Any` is known to hold all; an application rule holds a few. */
function matches(rule: FirewallPolicyRule, flow: FirewallFlow, what: "some" | "all"): Truth {
  const { from, destination, names, ports } = flow;
  return all(
    what === "some"
      ? yes()
      : all(decided(rule.kind === "network"), any(...rule.protocols.map((one) => is(one, "Any")))),
    any(...rule.sources.map((value) => holdsAddresses(value, from, what))),
    any(
      ...rule.destinations.map((value) =>
        any(destination ? holdsAddresses(value, destination, what) : no(), holdsNames(value, names, what)),
      ),
    ),
    rule.kind === "application"
      ? yes()
      : any(
          ...rule.ports.map((value) =>
            judge(value, (leaf) =>
              isString(leaf) ? holdsPorts(leaf.value, ports, what) : unknown(describe(leaf)),
            ),
          ),
        ),
  );
}

function holdsPorts(text: string, ports: Ports, what: "some" | "all"): Truth {
  const numbers = /^\*$/.test(text)
    ? Ports.all
    : Ports.of(
        ...(text.split("-").length === 2
          ? [{ first: Number(text.split("-")[0]), last: Number(text.split("-")[1]) }]
          : [Number(text)]),
      );
  return decided(what === "some" ? numbers.overlaps(ports) : numbers.covers(ports));
}

function holdsAddresses(value: Value, addresses: Ranges, what: "some" | "all"): Truth {
  return judge(value, (leaf) => {
    if (isUnset(leaf)) return no();
    if (!isString(leaf)) return unknown(`which addresses ${describe(leaf)} holds`, leaf.origin?.span);
    if (leaf.value.trim() === "*") return yes();
    const range = parseRange(leaf.value);
    if (!isRange(range)) return no();
    if (addresses.isEmpty) return unknown(`whether ${leaf.value} holds the address`);
    const ranges = Ranges.of(range);
    return decided(what === "some" ? ranges.overlaps(addresses) : ranges.covers(addresses));
  });
}

function holdsNames(value: Value, names: readonly string[], what: "some" | "all"): Truth {
  return judge(value, (leaf) => {
    if (!isString(leaf))
      return isUnset(leaf) ? no() : unknown(`which names ${describe(leaf)} holds`, leaf.origin?.span);
    const text = leaf.value.trim().toLowerCase();
    if (text === "*") return names.length > 0 ? yes() : no();
    const fits = (name: string): boolean => fitsName(text, name);
    return decided(what === "some" ? names.some(fits) : names.length > 0 && names.every(fits));
  });
}

/** Whether what a rule says is a name, or a `*.` in front of its end. */
export function fitsName(pattern: string, name: string): boolean {
  const text = pattern.trim().toLowerCase();
  const known = name.toLowerCase();
  return text === known || (text.startsWith("*.") && known.endsWith(text.slice(1)));
}
