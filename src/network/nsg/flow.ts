import { type AddressRange, Ports, PUBLIC, Ranges } from "../../azure/index.ts";
import { all, any, isFalse, isTrue, no, type Truth, unknown, yes } from "../../value/index.ts";
import type { Admitted, Flow } from "../view.ts";
import { protocolsOf } from "./box.ts";
import type { CompiledRule } from "./compiled.ts";
import type { Decision } from "./effective.ts";
import type { RuleSet } from "./rule-set.ts";

/** What gets through, one entry for each rule that lets something in. */
export function admittedIn(rules: RuleSet, flow: Flow): readonly Admitted[] {
  const byRule = new Map<CompiledRule, Decision[]>();
  for (const decision of rules.decisionsOn(flow)) {
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
      everyone: sources.covers(PUBLIC.subtract(rules.network.ranges)),
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
  const asked = new Set<string>();
  for (const corner of allowed) {
    const protocol = corner.box.protocols & -corner.box.protocols;
    for (const { first } of corner.box.ports.list) {
      // Rules by the hundred speak of a few ports.
      if (asked.has(`${protocol} ${first}`)) continue;
      asked.add(`${protocol} ${first}`);
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
  const union = (some: readonly Decision[]): Ranges => Ranges.union(some.map(({ box }) => box.from.ranges));
  const sure = union(decisions.filter((one) => isTrue(holds(one))));
  if (sure.covers(PUBLIC)) return yes();
  if (!union(decisions).covers(PUBLIC)) return no();
  const alone = decisions.find(({ box }) => sure.union(box.from.ranges).covers(PUBLIC));
  return alone ? holds(alone) : unknown("whether several conditional rules together admit everyone");
}
