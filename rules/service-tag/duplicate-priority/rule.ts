import {
  all,
  any,
  called,
  defineRule,
  equal,
  isFalse,
  type Resource,
  type SecurityRule,
  shown,
} from "isolint";

interface Pair {
  readonly resource: Resource;
  readonly rule: SecurityRule;
  /** Rules of the same group that come before it. */
  readonly others: readonly SecurityRule[];
}

export default defineRule<Pair>({
  title: "Two rules of a group have the same priority",
  levels: { recommended: "error", strict: "error" },
  why: "Azure refuses two rules of one direction with the same priority, and the deployment of the group fails.",
  remedy: "Give each rule a priority of its own.",
  links: [
    "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules",
  ],
  controls: { mcsb: ["NS-1"], nist: ["SC-7"] },
  judges: function* ({ network }) {
    for (const { rules } of network.nsgs) {
      const earlier: SecurityRule[] = [];
      for (const rule of rules) {
        if (earlier.length > 0) yield { resource: rule.resource, rule, others: [...earlier] };
        earlier.push(rule);
      }
    }
  },
  check: ({ rule, others }) => {
    const same = others.map((other) =>
      all(
        other.resource.exists,
        () => equal(rule.direction, other.direction, "ignore-case"),
        () => equal(rule.priority, other.priority),
      ),
    );
    return {
      fails: any(...same),
      tell: () => {
        const other = others[same.findIndex((truth) => !isFalse(truth))];
        return {
          at: { resource: rule.resource, path: "properties.priority" },
          because: [rule.priority],
          message: `Rule ${called(rule.resource)} has the priority ${shown(rule.priority)} of ${other ? called(other.resource) : "another rule"}.`,
          related: other
            ? [{ message: "has it as well", at: { resource: other.resource, path: "properties.priority" } }]
            : [],
        };
      },
    };
  },
});
