import { called, defineRule, isFalse, listed, MANAGEMENT_PORTS, type Nsg, Ports } from "isolint";
import { byRules, fromInternet, furtherRules, portNames } from "../from-internet.ts";

interface Options {
  /** Ports that must not be open to the internet, in place of the built-in list. */
  readonly ports?: readonly number[];
}

export default defineRule<Nsg, Options>({
  title: "A network security group lets the internet reach management ports",
  levels: { recommended: "error", strict: "error" },
  why: "Remote shells, desktops and databases that answer the internet are found within minutes and attacked from then on.",
  remedy:
    "Take the rule out, or narrow its source to the addresses that administer; use Azure Bastion or a VPN for the way in.",
  links: [
    "https://learn.microsoft.com/azure/security/fundamentals/network-best-practices",
    "https://learn.microsoft.com/azure/bastion/bastion-overview",
  ],
  controls: { mcsb: ["NS-1"], cis: ["7.1", "7.2"], nist: ["SC-7", "AC-4"] },
  statements: [29],
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      ports: {
        type: "array",
        items: { type: "integer", minimum: 0, maximum: 65535 },
        description: "Ports that must not be open to the internet, in place of the built-in list.",
      },
    },
  },
  judges: ({ network }) => network.nsgs,
  check: (nsg, { options }) => {
    const ports = options.ports ? Ports.of(...options.ports) : MANAGEMENT_PORTS;
    const { truth, rules, ports: open } = fromInternet(nsg, ports);
    return {
      fails: truth,
      tell: () => {
        const [first] = rules;
        return {
          at: first?.spotOf("sources") ?? { resource: nsg.resource },
          because: first ? [...first.sources, ...first.ports] : [],
          message: `${called(nsg.resource)} lets the internet reach ${portsText(open, ports)}${byRules(rules)}.${isFalse(nsg.isAttached) ? " It protects nothing yet." : ""}`,
          related: furtherRules(rules),
        };
      },
    };
  },
});

function portsText(open: Ports, asked: Ports): string {
  return asked === MANAGEMENT_PORTS && open.covers(asked)
    ? "every management and database port, 22 and 3389 among them,"
    : listed(portNames(open));
}
