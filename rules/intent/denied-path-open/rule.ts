import {
  any,
  called,
  defineRule,
  type Intent,
  isFalse,
  type Network,
  type ReachPair,
  type Resource,
  reachPairs,
  resourceOfTarget,
  waysText,
} from "isolint";

/** A resource that something must not reach, with every answer that concerns it. */
interface Denied {
  readonly resource: Resource;
  readonly pairs: readonly ReachPair[];
}

export default defineRule<Denied>({
  title: "Something is reachable that the intent says is not",
  levels: { recommended: "error", strict: "error" },
  why: "The intent in the configuration is what was agreed on. A path that is open against it is a hole, whatever single setting it comes from.",
  remedy:
    "Close the path where the evidence shows that it is let through, or change the intent if it no longer holds.",
  links: ["https://learn.microsoft.com/azure/well-architected/security/segmentation"],
  controls: { mcsb: ["NS-1", "NS-2"], nist: ["AC-4", "SC-7"] },
  statements: [1],
  judges: ({ network, intent }) => denied(network, intent),
  check: ({ resource, pairs }) => {
    return {
      fails: any(...pairs.map(({ answer }) => answer.allowed)),
      tell: () => {
        const open = pairs.filter(({ answer }) => !isFalse(answer.allowed));
        return {
          at: { resource },
          message: `The intent keeps ${called(resource)} closed, but it can be reached: ${waysText(open)}.`,
          related: (open[0]?.answer.steps ?? []).flatMap(({ message, span }) =>
            span ? [{ message, at: { span } }] : [],
          ),
        };
      },
    };
  },
});

function denied(network: Network, intent: readonly Intent[]): Iterable<Denied> {
  const byResource = new Map<Resource, ReachPair[]>();
  for (const one of intent) {
    if (!("deny" in one)) continue;
    for (const pair of reachPairs(network, { from: names(one.deny.from), to: names(one.deny.to) })) {
      const resource = resourceOfTarget(pair.target);
      byResource.set(resource, [...(byResource.get(resource) ?? []), pair]);
    }
  }
  return [...byResource].map(([resource, pairs]) => ({ resource, pairs }));
}

function names(written: string): readonly string[] {
  return written.split(",").map((name) => name.trim());
}
