import {
  all,
  any,
  called,
  defineRule,
  is,
  isBehindPublicLoadBalancer,
  isFalse,
  isTrue,
  type Network,
  type Nsg,
  no,
  not,
  type Occupant,
  sameType,
  type Truth,
  yes,
} from "isolint";

const PROBES = {
  direction: "Inbound",
  from: { kind: "tag", tag: "AzureLoadBalancer" },
  protocols: ["Tcp"],
} as const;

export default defineRule<Nsg>({
  title: "A network security group stops the probes of a load balancer",
  levels: { recommended: "warning", strict: "warning" },
  why: "Without its probes a load balancer takes every machine for dead and sends it nothing. The rule that lets them in is a default one; a deny of higher precedence shuts them out.",
  remedy: "Allow AzureLoadBalancer above the deny.",
  links: [
    "https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview",
    "https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure",
  ],
  controls: { mcsb: ["NS-1"], nist: ["SC-7"] },
  statements: [6],
  judges: ({ network }) => network.nsgs.filter((nsg) => !isFalse(isBalanced(nsg, network))),
  check: (nsg, { network }) => {
    return {
      fails: all(isBalanced(nsg, network), () => not(nsg.admits(PROBES))),
      tell: () => {
        const deny = [...nsg.rules].find((rule) =>
          isTrue(all(is(rule.access, "Deny"), is(rule.direction, "Inbound"))),
        );
        return {
          at: { resource: deny?.resource ?? nsg.resource },
          message: `${called(nsg.resource)} stops the probes of the load balancer behind which it stands${deny ? `: ${called(deny.resource)} denies AzureLoadBalancer` : ""}.`,
        };
      },
    };
  },
});

/** Whether members of a load balancer's pool or an application gateway lie behind the group. */
function isBalanced(nsg: Nsg, network: Network): Truth {
  return any(
    nsg.subnets.some((subnet) => subnet.occupants.some((occupant) => isProbed(occupant, network))),
    nsg.interfaces.some((nic) => isBehindPublicLoadBalancer(nic, network)),
  );
}

function isProbed(occupant: Occupant, network: Network): Truth {
  if (occupant.kind === "interface") return isBehindPublicLoadBalancer(occupant.interface, network);
  return sameType(occupant.resource.type, "Microsoft.Network/applicationGateways") ? yes() : no();
}
