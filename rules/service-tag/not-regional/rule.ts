import { any, called, decided, defineRule, isKnownRegion, type SecurityRule } from "isolint";
import { rulesOf, tagsOf, type WrittenTag } from "../tags.ts";

export default defineRule<SecurityRule>({
  title: "A service tag is given a region that it does not have",
  levels: { recommended: "error", strict: "error" },
  why: "Only some tags can be narrowed to a region, and only to regions that Azure has. Azure refuses the rule otherwise.",
  remedy: "Leave the region out, or use a region that exists.",
  links: ["https://learn.microsoft.com/azure/virtual-network/service-tags-overview#available-service-tags"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "AC-4"] },
  statements: [28],
  judges: ({ network }) =>
    rulesOf(network).filter((rule) => tagsOf(rule).some(({ tag }) => tag.entry && tag.region !== undefined)),
  check: (rule) => {
    return {
      fails: any(...tagsOf(rule).map((one) => decided(isWrong(one)))),
      tell: () => {
        const wrong = tagsOf(rule).find(isWrong);
        return {
          at: wrong?.spot ?? { resource: rule.resource },
          because: wrong ? [wrong.value] : [],
          message: wrong?.tag.entry?.regional
            ? `Rule ${called(rule.resource)} names '${wrong.text}', but Azure has no region '${wrong.tag.region}'.`
            : `Rule ${called(rule.resource)} names '${wrong?.text ?? ""}', but the tag ${wrong?.tag.name ?? ""} cannot be narrowed to a region.`,
        };
      },
    };
  },
});

function isWrong({ tag }: WrittenTag): boolean {
  if (!tag.entry || tag.region === undefined) return false;
  return !tag.entry.regional || !isKnownRegion(tag.region);
}
