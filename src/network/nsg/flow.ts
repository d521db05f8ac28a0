import { type AddressRange, Ports, PUBLIC, PUBLIC_ALL, Ranges } from "../../azure/index.ts";
import { all, any, isFalse, isTrue, keyOf, no, type Truth, unknown, yes } from "../../value/index.ts";
import type { Admitted, Flow, Nsg, Party } from "../view.ts";
import { type AddressSet, type Box, protocolsOf, unite } from "./box.ts";
import { bitsOf, type CompiledRule, compile, declareNames } from "./compiled.ts";
import { type Decision, decide } from "./effective.ts";
import { Names, type NetworkAddresses } from "./names.ts";

/** How an NSG decides on a flow where `VirtualNetwork` stands for the given addresses. */
export function decisionsOf(nsg: Nsg, flow: Flow, network: NetworkAddresses): readonly Decision[] {
  const names = new Names(network);
  declareNames(nsg.rules, names);
  declareParty(flow.from, names);
  declareParty(flow.to, names);
  const packets: Box = {
    from: partyAddresses(flow.from, names),
    to: partyAddresses(flow.to, names),
    ports: flow.ports ?? Ports.all,
    sourcePorts: Ports.all,
    protocols: bitsOf(flow.protocols),
  };
  return decide(packets, compile(nsg.rules.seen, flow.direction, names));
}

function declareParty(party: Party | undefined, names: Names): void {
  if (party?.kind === "tag") names.declare(party.tag);
  if (party?.kind === "subnet")
    for (const value of party.subnet.prefixes.unknown) names.declarePrefix(keyOf(value));
}

function partyAddresses(party: Party | undefined, names: Names): AddressSet {
  switch (party?.kind) {
    case undefined:
      return names.everything;
    case "internet":
      return { ranges: PUBLIC_ALL.subtract(names.network.ranges), names: 0n };
    case "azure":
      return names.azure;
    case "tag":
      return names.tag(party.tag) ?? { ranges: Ranges.none, names: 0n };
    case "network":
      return names.tag("VirtualNetwork") ?? names.inside;
    case "ranges":
      return names.ranges(party.ranges);
    case "subnet": {
      const { known, unknown: unknowns } = party.subnet.prefixes;
      return unknowns.reduce<AddressSet>(
        (set, value) => unite(set, names.prefix(keyOf(value)) ?? { ranges: Ranges.none, names: 0n }),
        { ranges: known, names: 0n },
      );
    }
  }
}

/** What gets through, one entry for each rule that lets something in. */
export function admittedIn(nsg: Nsg, flow: Flow, network: NetworkAddresses): readonly Admitted[] {
  const byRule = new Map<CompiledRule, Decision[]>();
  for (const decision of decisionsOf(nsg, flow, network)) {
    if (isFalse(decision.by.allows)) continue;
    const list = byRule.get(decision.by);
    if (list) list.push(decision);
    else byRule.set(decision.by, [decision]);
  }
  return [...byRule].map(([by, decisions]) => {
    const sources = Ranges.of(...decisions.flatMap(({ box }) => box.from.ranges.list as AddressRange[]));
    return {
      rule: by.rule,
      ports: decisions.reduce((ports, { box }) => ports.union(box.ports), Ports.none),
      protocols: protocolsOf(decisions.reduce((bits, { box }) => bits | box.protocols, 0)),
      sources,
      everyone: sources.covers(PUBLIC.subtract(network.ranges)),
      holds: any(...decisions.map(({ reached }) => all(reached, by.allows))),
    };
  });
}

/** Whether any of it gets through; what rules nobody knows may let through is unknown. */
export function anyAdmitted(admitted: readonly Admitted[], moreRules: Truth): Truth {
  const seen = any(...admitted.map(({ holds }) => holds));
  if (moreRules.kind === "decided") return seen;
  return isTrue(seen) && admitted.some(({ rule }) => rule !== undefined)
    ? seen
    : any(all(seen, moreRules), moreRules);
}

/** Whether allowed packets hold the whole public address space for one protocol and port. */
export function coversInternet(allowed: readonly Decision[]): Truth {
  let best: Truth = no();
  for (const corner of allowed) {
    const protocol = corner.box.protocols & -corner.box.protocols;
    for (const { first } of corner.box.ports.list) {
      const point = Ports.of(first);
      const here = allowed.filter(({ box }) => (box.protocols & protocol) !== 0 && box.ports.overlaps(point));
      best = any(best, covered(here));
      if (isTrue(best)) return best;
    }
  }
  return best;
}

/** Whether decisions together hold the whole public address space. */
export function covered(decisions: readonly Decision[]): Truth {
  const holds = ({ reached, by }: Decision): Truth => all(reached, by.allows);
  const union = (some: readonly Decision[]): Ranges =>
    some.reduce((ranges, { box }) => ranges.union(box.from.ranges), Ranges.none);
  const sure = decisions.filter((one) => isTrue(holds(one)));
  if (union(sure).covers(PUBLIC)) return yes();
  if (!union(decisions).covers(PUBLIC)) return no();
  const alone = decisions.find((one) => union([...sure, one]).covers(PUBLIC));
  return alone ? holds(alone) : unknown("whether several conditional rules together admit everyone");
}
