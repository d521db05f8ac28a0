import {
  all,
  any,
  called,
  defineRule,
  is,
  isOneOf,
  not,
  type SecurityRule,
  type Truth,
  type Value,
} from "isolint";
import { EVERYTHING, isEverything } from "../everything.ts";
import { rulesOf } from "../tags.ts";

const WORDS = [...EVERYTHING, "Any"];

export default defineRule<SecurityRule>({
  title: "A rule lets everything in from everywhere",
  levels: { recommended: "error", strict: "error" },
  why: "Such a rule takes all meaning from the group: every port of every machine behind it is open to everyone who has a way to it.",
  remedy: "Replace the rule by ones that name the sources, ports and protocols that are needed.",
  links: ["https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview"],
  controls: { mcsb: ["NS-1"], cis: ["7.1", "7.2", "7.3", "7.4"], nist: ["SC-7", "AC-4"] },
  statements: [29],
  judges: ({ network }) => rulesOf(network),
  check: (rule) => ({
    fails: all(
      is(rule.direction, "Inbound"),
      () => is(rule.access, "Allow"),
      () => is(rule.protocol, "*"),
      () => isEverything(rule.sources, WORDS),
      () => isEverything(rule.destinations, WORDS),
      () => isAllPorts(rule.ports),
      () => not(rule.shadowed.holds),
    ),
    tell: () => ({
      at: rule.spotOf("sources"),
      message: `Rule ${called(rule.resource)}${rule.nsg ? ` of ${called(rule.nsg.resource)}` : ""} allows everything from everywhere to everywhere.`,
    }),
  }),
});

function isAllPorts(ports: readonly Value[]): Truth {
  return any(...ports.map((one) => isOneOf(one, ["*", "0-65535", "1-65535"])));
}
