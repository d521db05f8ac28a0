import {
  any,
  called,
  decided,
  defineRule,
  didYouMean,
  isString,
  judge,
  no,
  parseServiceTag,
  type SecurityRule,
  serviceTags,
  shown,
  type Truth,
  unknown,
  type Value,
} from "isolint";
import { rulesOf, tagsOf } from "../tags.ts";

export default defineRule<SecurityRule>({
  title: "A rule names a service tag that Azure does not have",
  levels: { recommended: "error", strict: "error" },
  why: "Azure refuses a rule with a tag that it does not know, and with it the whole deployment of the group.",
  remedy: "Use the name of a service tag, an address or a range.",
  links: ["https://learn.microsoft.com/azure/virtual-network/service-tags-overview#available-service-tags"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "AC-4"] },
  statements: [28],
  judges: ({ network }) =>
    rulesOf(network).filter(
      (rule) =>
        tagsOf(rule).length > 0 || [...rule.sources, ...rule.destinations].some((one) => !isString(one)),
    ),
  check: (rule) => {
    return {
      fails: any(...[...rule.sources, ...rule.destinations].map(isUnknown)),
      tell: () => {
        const wrong = tagsOf(rule).find(({ tag }) => !tag.entry);
        const doubtful = [...rule.sources, ...rule.destinations].find((one) => !isString(one));
        return {
          at: wrong?.spot ?? { resource: rule.resource },
          because: wrong ? [wrong.value] : [],
          message: `Rule ${called(rule.resource)} names ${wrong ? `'${wrong.text}'` : doubtful ? shown(doubtful) : "something"}, which is no service tag${didYouMean(
            wrong?.tag.name ?? "",
            serviceTags().map(({ name }) => name),
          )}`,
        };
      },
    };
  },
});

function isUnknown(value: Value): Truth {
  return judge(value, (leaf) => {
    if (isString(leaf)) {
      const tag = /^any$/i.test(leaf.value) ? undefined : parseServiceTag(leaf.value);
      return decided(tag !== undefined && tag.entry === undefined);
    }
    return leaf.kind === "symbol" || leaf.kind === "template"
      ? unknown(`what ${shown(leaf)} names`, leaf.origin?.span)
      : no();
  });
}
