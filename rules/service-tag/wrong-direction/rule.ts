import { all, any, called, decided, defineRule, is, type SecurityRule } from "isolint";
import { rulesOf, tagsOf, type WrittenTag } from "../tags.ts";

export default defineRule<SecurityRule>({
  title: "A service tag stands on the side on which it never matches",
  levels: { recommended: "warning", strict: "warning" },
  why: "Some tags stand for addresses that only ever start connections, others for ones that only ever take them. On the wrong side the rule matches nothing, and what it was meant to allow is refused.",
  remedy: "Use the tag in the direction for which Azure documents it.",
  links: ["https://learn.microsoft.com/azure/virtual-network/service-tags-overview#available-service-tags"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "AC-4"] },
  statements: [28],
  judges: ({ network }) => rulesOf(network).filter((rule) => tagsOf(rule).some(({ tag }) => tag.entry)),
  check: (rule) => {
    const wrong = tagsOf(rule).find(isMisplaced);
    const direction = wrong?.side === "source" ? "Inbound" : "Outbound";
    return {
      fails: all(is(rule.access, "Allow"), () =>
        any(
          ...tagsOf(rule).map((one) =>
            all(
              decided(isMisplaced(one)),
              is(rule.direction, one.side === "source" ? "Inbound" : "Outbound"),
            ),
          ),
        ),
      ),
      tell: () => ({
        at: wrong?.spot ?? { resource: rule.resource },
        because: wrong ? [wrong.value] : [],
        message: `Rule ${called(rule.resource)} allows ${direction.toLowerCase()} traffic ${wrong?.side === "source" ? "from" : "to"} ${wrong?.text ?? "a tag"}, a tag for ${wrong?.tag.entry?.direction ?? "other"} traffic only: it matches nothing.`,
      }),
    };
  },
});

function isMisplaced({ tag, side }: WrittenTag): boolean {
  const direction = tag.entry?.direction;
  return side === "source" ? direction === "outbound" : direction === "inbound";
}
