import {
  type FirewallPolicyRule,
  isFalse,
  isString,
  isTrue,
  type Member,
  PUBLIC,
  Ranges,
  type Truth,
  unknown,
  type Value,
  yes,
} from "isolint";
import { rangesOf } from "../everything.ts";

/** So few public addresses are somebody's own: rules that name them take no part in opening everything. */
const NAMED = 65_536n;

/** Rules that are alike but for their addresses, and whether together they let through everything. */
export interface Together {
  readonly rules: readonly FirewallPolicyRule[];
  readonly holds: Truth;
}

/** What a rule lets through: from these addresses to those. */
interface Span {
  readonly rule: FirewallPolicyRule;
  readonly from: Ranges;
  readonly to: Ranges;
}

/** Groups of alike rules; `open` says whether a rule is one of those whose addresses alone could keep anything out. */
export function openTogether(
  rules: readonly Member<FirewallPolicyRule>[],
  open: (rule: FirewallPolicyRule) => Truth,
): readonly Together[] {
  const groups = new Map<string, Member<FirewallPolicyRule>[]>();
  for (const member of rules) {
    if (isFalse(open(member.is))) continue;
    const key = keyOf(member.is);
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return [...groups.values()].flatMap((members) => {
    const sure = members.filter(({ is, holds }) => isTrue(holds) && isTrue(open(is)));
    const certain = wideSpans(sure, (addresses) => addresses.filter(isString));
    if (coverEverything(certain)) return [{ rules: certain.map(({ rule }) => rule), holds: yes() }];
    const possible = wideSpans(members, (addresses) => addresses);
    if (!coverEverything(possible)) return [];
    const doubt = unknown("which of the rules that open everything together are there");
    return [{ rules: possible.map(({ rule }) => rule), holds: doubt }];
  });
}

/** NAT rules are alike when they lead to the same port. */
function keyOf({ kind, ports, translatedPort, protocols }: FirewallPolicyRule): string {
  const port = isString(translatedPort) ? [translatedPort] : ports;
  const texts = [...port, ...protocols].map((one) => (one.kind === "literal" ? String(one.value) : "?"));
  return kind === "nat" ? [kind, ...texts].join() : kind;
}

/** An application rule is for every name and a NAT rule for the firewall's own address: only their sources tell them apart. */
function wideSpans(
  rules: readonly Member<FirewallPolicyRule>[],
  seen: (addresses: readonly Value[]) => readonly Value[],
): readonly Span[] {
  const publicOf = (addresses: readonly Value[]) => rangesOf(seen(addresses)).intersect(PUBLIC);
  return rules
    .map(({ is: rule }) => ({
      rule,
      from: publicOf(rule.sources),
      to: rule.kind === "network" ? publicOf(rule.destinations) : PUBLIC,
    }))
    .filter(({ from, to }) => from.size > NAMED && to.size > NAMED);
}

/** Whether each source has every destination. Between two neighbouring ends of ranges all sources are alike. */
function coverEverything(spans: readonly Span[]): boolean {
  const ends = [PUBLIC, ...spans.map(({ from }) => from)].flatMap(({ list }) =>
    list.flatMap(({ first, last }) => [first, last + 1n]),
  );
  const sources = [...new Set(ends)].map((first) => Ranges.of({ first, last: first }));
  return sources
    .filter((source) => PUBLIC.covers(source))
    .every((source) =>
      spans
        .filter(({ from }) => from.covers(source))
        .reduce((sum, { to }) => sum.union(to), Ranges.none)
        .covers(PUBLIC),
    );
}
