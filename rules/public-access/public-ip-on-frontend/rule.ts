import {
  all,
  any,
  called,
  decided,
  defineRule,
  type Frontend,
  follow,
  is,
  isFalse,
  isSet,
  isTrue,
  itemsOf,
  judge,
  listensInPublic,
  type Network,
  no,
  not,
  type Resource,
  sameType,
  type Truth,
  type Value,
  yes,
} from "isolint";

const GATEWAY = "Microsoft.Network/applicationGateways";
const BALANCER = "Microsoft.Network/loadBalancers";
const POLICY = "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies";

export default defineRule<Resource>({
  title: "A load balancer or application gateway is asked at a public address",
  levels: { recommended: "warning", strict: "error" },
  why: "A public frontend is a door from the internet into the network. In front of web applications, a firewall that reads requests is the least that belongs into it.",
  remedy:
    "Use a private frontend where clients are inside. For a public one, take an application gateway with a web application firewall that is on.",
  links: [
    "https://learn.microsoft.com/azure/web-application-firewall/ag/ag-overview",
    "https://learn.microsoft.com/azure/load-balancer/components",
  ],
  controls: { mcsb: ["NS-1", "NS-6"], cis: ["7.7"], nist: ["SC-7"] },
  statements: [3],
  judges: ({ network, strict }) => [
    ...network.graph.ofType(GATEWAY),
    ...(strict ? network.graph.ofType(BALANCER) : []),
  ],
  check: (resource, { network, strict }) => {
    const frontends = network.frontends.filter((one) => one.resource === resource);
    const isGateway = sameType(resource.type, GATEWAY);
    const guarded = isGateway ? hasFirewall(resource, network) : no();
    const isDoor = isGateway ? listensInPublic(resource) : admitsAnything(resource, network);
    return {
      fails: all(
        any(...frontends.map(({ isPublic }: Frontend) => isPublic)),
        isDoor,
        strict ? yes() : not(guarded),
      ),
      tell: () => {
        const open = frontends.find(({ isPublic }) => !isFalse(isPublic));
        return {
          at: open?.spot ?? { resource },
          message: `${isGateway ? "Application gateway" : "Load balancer"} ${called(resource)} has a public frontend${isGateway && isFalse(guarded) ? " and no web application firewall that is on" : ""}: the internet reaches what lies behind it.`,
          ...(isTrue(guarded) && {
            remedy: "Use a private frontend where clients are inside the network or come through a gateway.",
          }),
        };
      },
    };
  },
});

/** A policy that is on, for the gateway or for each listener, or an enabled configuration of the gateway's own. */
function hasFirewall(gateway: Resource, { graph }: Network): Truth {
  const isOn = (id: Value): Truth =>
    judge(id, (leaf) => {
      const policies = graph.targetsOf(leaf, POLICY).map(({ target }) => target);
      const states = policies.map((target) =>
        target.kind === "resource"
          ? is(target.resource.get("properties.policySettings.state"), "Disabled")
          : no(),
      );
      return all(isSet(leaf), ...states.map(not));
    });
  const listeners = itemsOf(gateway.get("properties.httpListeners")).items;
  return any(
    isOn(gateway.get("properties.firewallPolicy.id")),
    is(gateway.get("properties.webApplicationFirewallConfiguration.enabled"), true),
    all(
      decided(listeners.length > 0),
      ...listeners.map((listener) => isOn(follow(listener, "properties.firewallPolicy.id"))),
    ),
  );
}

/** A balancer whose only rules are outbound ones lets nobody in. */
function admitsAnything(balancer: Resource, network: Network): Truth {
  const inward = network.forwardingRules.some((rule) => rule.balancer === balancer);
  const outward = itemsOf(balancer.get("properties.outboundRules")).items.length > 0;
  return decided(inward || !outward);
}
