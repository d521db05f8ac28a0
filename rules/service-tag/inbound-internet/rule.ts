import {
  all,
  any,
  called,
  defineRule,
  hasPublicFrontend,
  isBehindPublicLoadBalancer,
  isFalse,
  isTrue,
  listed,
  MANAGEMENT_PORTS,
  type Network,
  type Nsg,
  not,
  Ports,
  type Truth,
  unknown,
} from "isolint";
import { byRules, type FromInternet, fromInternet, furtherRules, portNames } from "../from-internet.ts";

interface Options {
  /** Ports that may be open to the internet where a public frontend stands behind them. */
  readonly allowedPorts?: readonly number[];
}

const NOT_MANAGEMENT = Ports.all.subtract(MANAGEMENT_PORTS);

const WEB = Ports.of(80, 443);
const OTHERS = NOT_MANAGEMENT.subtract(WEB);

/** Ports that no frontend and no service of its own accord uses: only a rule for all ports admits them. */
const BEYOND_WEB = Ports.of({ first: 10_000, last: 11_000 });

export default defineRule<Nsg, Options>({
  title: "A network security group lets the internet in",
  levels: { recommended: "error", strict: "error" },
  why: "What a group admits from the internet is open as soon as anything in its subnets gets a public address, now or later. Only ports of a public frontend belong there.",
  remedy: "Take the rule out, or narrow its source; for a web frontend admit 80 and 443 only.",
  links: [
    "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
    "https://learn.microsoft.com/security/benchmark/azure/mcsb-v2-network-security",
  ],
  controls: { mcsb: ["NS-1"], cis: ["7.3", "7.4"], nist: ["SC-7", "AC-4"] },
  statements: [29],
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      allowedPorts: {
        type: "array",
        items: { type: "integer", minimum: 0, maximum: 65535 },
        description:
          "Ports that may be open to the internet where a public frontend stands behind them; 80 and 443 by default.",
      },
    },
  },
  judges: ({ network }) => network.nsgs,
  check: (nsg, { network, options }) => {
    const allowed = options.allowedPorts ? Ports.of(...options.allowedPorts) : WEB;
    // Management ports are the business of `inbound-management`.
    const others = fromInternet(nsg, options.allowedPorts ? NOT_MANAGEMENT.subtract(allowed) : OTHERS);
    const web = fromInternet(nsg, allowed);
    const frontend = () => hasFrontend(nsg, network);
    return {
      fails: any(
        others.truth,
        all(web.truth, () => not(frontend())),
      ),
      tell: () => {
        const admitted = isFalse(others.truth) ? web : others;
        const [rule] = admitted.rules;
        return {
          at: rule?.spotOf("sources") ?? { resource: nsg.resource },
          because: rule ? [...rule.sources, ...rule.ports] : [],
          message: `${called(nsg.resource)} lets the internet in on ${portText(admitted)}${byRules(admitted.rules)}; ${
            isTrue(frontend())
              ? `a public frontend stands behind it, for which only ${listed(portNames(allowed), 4)} may be open`
              : "nothing behind it has a public frontend in this stack"
          }.`,
          related: furtherRules(admitted.rules),
        };
      },
    };
  },
});

/** Whether a subnet or an interface that the group protects has a public frontend; a group that others may attach cannot know. */
function hasFrontend(nsg: Nsg, network: Network): Truth {
  const seen = nsg.subnets.some((subnet) => hasPublicFrontend(subnet, network));
  const own = nsg.interfaces.some((nic) =>
    any(...nic.configurations.map((one) => one.hasPublicAddress), isBehindPublicLoadBalancer(nic, network)),
  );
  const outside = [...nsg.subnets].some((subnet) => subnet.network.resource.mode === "existing");
  const alone = nsg.subnets.size + nsg.interfaces.size === 0 || outside;
  return any(
    seen,
    own,
    nsg.isShared,
    ...(alone ? [unknown("what stands behind the group in other stacks")] : []),
  );
}

function portText({ ports, asked }: FromInternet): string {
  if (ports.list.length === 0) return "some ports";
  // Ports that are left to another rule would only tear holes into the list.
  if (asked.covers(BEYOND_WEB) && ports.covers(asked)) return "every port";
  return listed(portNames(ports), 4);
}
