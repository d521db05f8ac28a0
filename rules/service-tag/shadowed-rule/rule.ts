import { called, defineRule, is, isTrue, listed, no, type SecurityRule, shown } from "isolint";
import { rulesOf, tagsOf } from "../tags.ts";

export default defineRule<SecurityRule>({
  title: "A rule can never match",
  levels: { recommended: "warning", strict: "warning" },
  why: "Rules of higher precedence decide everything that this one speaks of. What looks allowed is denied, or, worse, what looks denied is allowed.",
  remedy: "Take the rule out, or give it a priority above the ones that cover it.",
  links: [
    "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules",
  ],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "AC-4"] },
  judges: ({ network }) => rulesOf(network),
  check: (rule) => {
    const by = rule.shadowed.by;
    return {
      fails: by.length === 0 || isDocumented(rule, by) ? no() : rule.shadowed.holds,
      tell: () => {
        const isDeny = isTrue(is(rule.access, "Deny"));
        return {
          ...(isDeny && by.some((one) => isTrue(is(one.access, "Allow"))) && { severity: "error" as const }),
          at: { resource: rule.resource, path: "properties.priority" },
          because: [rule.priority],
          message: `Rule ${called(rule.resource)} (priority ${shown(rule.priority)}) never matches: ${listed(
            by.map((one) => `${called(one.resource)} (${shown(one.priority)})`),
            3,
          )} ${by.length === 1 ? "decides" : "decide"} everything before it.`,
          related: by
            .slice(0, 3)
            .map((one) => ({ message: "decides first", at: { resource: one.resource } })),
        };
      },
    };
  },
});

/**
 * Azure's pages for Bastion, gateways and others list an allow for the tag of their control plane beside the one for the internet,
 * which covers it: whoever follows them writes a rule that never matches, and is right to.
 */
function isDocumented(rule: SecurityRule, by: readonly SecurityRule[]): boolean {
  if (![rule, ...by].every((one) => isTrue(is(one.access, "Allow")))) return false;
  const names = tagsOf(rule).map(({ text }) => text.toLowerCase());
  if (names.some((name) => PLATFORM.has(name))) return true;
  return [...(rule.nsg?.subnets ?? [])].some(({ occupants }) =>
    occupants.seen.some(
      ({ is: one }) =>
        one.kind === "service" &&
        one.placement.ways.seen.some(({ is: way }) =>
          (way.rules ?? []).some(
            ({ direction, source, destination }) =>
              isTrue(is(rule.direction, direction)) &&
              names.includes((direction === "Inbound" ? source : destination).toLowerCase()),
          ),
        ),
    ),
  );
}

/** Tags of the platform itself, which no one but documented rules allows. */
const PLATFORM: ReadonlySet<string> = new Set(["gatewaymanager", "azureloadbalancer"]);
