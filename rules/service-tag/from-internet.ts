import {
  any,
  called,
  type Flow,
  listed,
  type Nsg,
  Ports,
  type Related,
  type SecurityRule,
  shown,
  type Truth,
} from "isolint";

/** So many public addresses are no longer somebody's own. */
const NAMED_SOURCES = 65_536n;

export interface FromInternet {
  /** The ports that were asked about. */
  readonly asked: Ports;
  /** Whether the internet gets in on one of the ports. */
  readonly truth: Truth;
  /** The rules that let it in, in their order. */
  readonly rules: readonly SecurityRule[];
  /** Those of them that are open. */
  readonly ports: Ports;
}

/** What a group lets in from the internet on some ports; a few addresses that somebody names are not the internet. */
export function fromInternet(nsg: Nsg, ports: Ports): FromInternet {
  const flow: Flow = { direction: "Inbound", from: { kind: "internet" }, ports, protocols: ["Tcp", "Udp"] };
  const admitted = nsg
    .admitted(flow)
    .filter(({ everyone, sources }) => everyone || sources.size > NAMED_SOURCES);
  return {
    asked: ports,
    truth: any(nsg.admitsEveryone(flow), ...admitted.map(({ holds }) => holds)),
    rules: [...new Set(admitted.flatMap(({ rule }) => (rule ? [rule] : [])))],
    ports: admitted.reduce((sum, one) => sum.union(one.ports), Ports.none),
  };
}

/** `port 22` or `ports 100 to 200`, one for each range. */
export function portNames(ports: Ports): readonly string[] {
  return ports.list.map(({ first, last }) =>
    first === last ? `port ${first}` : `ports ${first} to ${last}`,
  );
}

/** Which rules let something in, in words that follow what they let in: ` by rule 'ssh' (from *)`. */
export function byRules(rules: readonly SecurityRule[]): string {
  const [rule, ...others] = rules;
  if (!rule) return "";
  if (others.length > 0)
    return ` by rules ${listed(
      rules.map(({ resource }) => called(resource)),
      3,
    )}`;
  return ` by rule ${called(rule.resource)} (from ${listed(rule.sources.map(shown), 3)})`;
}

/** Where the rules after the first stand, which is where the finding points. */
export function furtherRules(rules: readonly SecurityRule[]): readonly Related[] {
  return rules.slice(1, 5).map(({ resource }) => ({ message: "this rule, too", at: { resource } }));
}
