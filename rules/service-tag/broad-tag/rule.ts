import {
  all,
  any,
  called,
  decided,
  defineRule,
  is,
  isString,
  judge,
  no,
  not,
  parseServiceTag,
  type SecurityRule,
  shown,
  type Truth,
  unknown,
  type Value,
} from "isolint";
import { rulesOf } from "../tags.ts";

export default defineRule<SecurityRule>({
  title: "A rule lets in every customer of Azure",
  levels: { recommended: "warning", strict: "error" },
  why: "The tag AzureCloud stands for all public addresses of Azure's data centres: every machine that anybody rents there is let in.",
  remedy: "Name the tag of the one service that needs to come in, or the addresses of your own machines.",
  links: ["https://learn.microsoft.com/azure/virtual-network/service-tags-overview"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "AC-4"] },
  statements: [28, 29],
  judges: ({ network }) => rulesOf(network),
  check: (rule) => {
    return {
      fails: all(
        is(rule.direction, "Inbound"),
        () => is(rule.access, "Allow"),
        () => any(...rule.sources.map(isBroad)),
        () => not(rule.shadowed.holds),
      ),
      tell: () => {
        const broad = rule.sources.find((source) => isString(source) && isBroadText(source.value));
        return {
          at: rule.spotOf("sources"),
          because: broad ? [broad] : rule.sources,
          message: `Rule ${called(rule.resource)} lets in ${broad ? shown(broad) : "a tag"}: the machines of every customer of Azure.`,
        };
      },
    };
  },
});

function isBroadText(text: string): boolean {
  return parseServiceTag(text)?.entry?.name === "AzureCloud";
}

function isBroad(source: Value): Truth {
  return judge(source, (leaf) => {
    if (isString(leaf)) return decided(isBroadText(leaf.value));
    return leaf.kind === "symbol" || leaf.kind === "template"
      ? unknown(`which addresses ${shown(leaf)} names`, leaf.origin?.span)
      : no();
  });
}
