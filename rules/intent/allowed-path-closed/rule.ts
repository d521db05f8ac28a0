import {
  all,
  called,
  defineRule,
  type Intent,
  isTrue,
  type Network,
  not,
  type ReachPair,
  type Resource,
  reachPairs,
  resourceOfTarget,
  waysText,
} from "isolint";

/** A resource that something has to reach, with every answer that concerns it. */
interface Allowed {
  readonly resource: Resource;
  readonly pairs: readonly ReachPair[];
}

export default defineRule<Allowed>({
  title: "Something cannot be reached that the intent says can",
  levels: { recommended: "error", strict: "error" },
  why: "The intent in the configuration is what was agreed on. A path that is closed against it is an outage after the next deployment, often of those who are not on Azure: on-premises.",
  remedy: "Open the path where the evidence shows that it ends, or change the intent if it no longer holds.",
  links: ["https://learn.microsoft.com/azure/well-architected/security/segmentation"],
  controls: { mcsb: ["NS-1", "NS-2"], nist: ["AC-4", "SC-7"] },
  statements: [1],
  judges: ({ network, intent }) => allowed(network, intent),
  check: ({ resource, pairs }) => {
    return {
      fails: not(all(...pairs.map(({ answer }) => answer.allowed))),
      tell: () => {
        const closed = pairs.filter(({ answer }) => !isTrue(answer.allowed));
        return {
          at: { resource },
          message: `The intent lets ${called(resource)} be reached, but it cannot be: ${waysText(closed)}.`,
          related: (closed[0]?.answer.steps ?? []).flatMap(({ message, span }) =>
            span ? [{ message, at: { span } }] : [],
          ),
        };
      },
    };
  },
});

function allowed(network: Network, intent: readonly Intent[]): Iterable<Allowed> {
  const byResource = new Map<Resource, ReachPair[]>();
  for (const one of intent) {
    if (!("allow" in one)) continue;
    for (const pair of reachPairs(network, { from: names(one.allow.from), to: names(one.allow.to) })) {
      const resource = resourceOfTarget(pair.target);
      byResource.set(resource, [...(byResource.get(resource) ?? []), pair]);
    }
  }
  return [...byResource].map(([resource, pairs]) => ({ resource, pairs }));
}

function names(written: string): readonly string[] {
  return written.split(",").map((name) => name.trim());
}
