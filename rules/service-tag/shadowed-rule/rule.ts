import { called, defineRule, is, isTrue, listed, type SecurityRule, shown } from "isolint";
import { rulesOf } from "../tags.ts";

export default defineRule<SecurityRule>({
  title: "A rule can never match",
  levels: { recommended: "warning", strict: "warning" },
  why: "Rules of higher precedence decide everything that this one speaks of. What looks allowed is denied, or, worse, what looks denied is allowed.",
  remedy: "Take the rule out, or give it a priority above the ones that cover it.",
  links: [
    "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules",
  ],
  controls: { mcsb: ["NS-1"], nist: ["SC-7"] },
  judges: ({ network }) => rulesOf(network),
  check: (rule) => {
    const isDeny = isTrue(is(rule.access, "Deny"));
    const by = rule.shadowed.by;
    return {
      fails: rule.shadowed.holds,
      ...(isDeny && by.some((one) => isTrue(is(one.access, "Allow"))) && { severity: "error" as const }),
      at: { resource: rule.resource, path: "properties.priority" },
      because: [rule.priority],
      message: () =>
        `Rule ${called(rule.resource)} (priority ${shown(rule.priority)}) never matches: ${listed(
          by.map((one) => `${called(one.resource)} (${shown(one.priority)})`),
          3,
        )} ${by.length === 1 ? "decides" : "decide"} everything before it.`,
      related: by.slice(0, 3).map((one) => ({ message: "decides first", at: { resource: one.resource } })),
    };
  },
});
