import { all, any, called, defineRule, isFalse, not, type Peering, type Truth } from "isolint";

export default defineRule<Peering>({
  title: "A peering uses a gateway that it cannot use",
  levels: { recommended: "error", strict: "error" },
  why: "A network uses its peer's gateway only when it says so, the peer allows it, there is a gateway, and it has none of its own. Otherwise on-premises stays out of reach, or the deployment fails.",
  remedy:
    "Set useRemoteGateways on the spoke's half and allowGatewayTransit on the half of the network that has the gateway.",
  links: ["https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit"],
  controls: { mcsb: ["NS-1", "NS-9"], nist: ["SC-7"] },
  statements: [4, 5],
  judges: ({ network }) => network.virtualNetworks.flatMap(({ peerings }) => [...peerings]),
  check: (peering) => ({
    fails: all(peering.usesRemoteGateways, () => any(...reasons(peering).map(([holds]) => holds))),
    tell: () => ({
      at: { resource: peering.resource, path: "properties.useRemoteGateways" },
      message: `The peering ${called(peering.resource)} uses the gateway of the other network, but ${reasons(peering).find(([holds]) => !isFalse(holds))?.[1] ?? "it cannot"}.`,
      related: [...peering.reverse].map((half) => ({
        message: "the other half",
        at: { resource: half.resource, path: "properties.allowGatewayTransit" },
      })),
    }),
  }),
});

function reasons({ reverse, local, remote }: Peering): readonly (readonly [Truth, string])[] {
  return [
    [reverse.some((half) => half.usesRemoteGateways), "the other half uses remote gateways as well"],
    [reverse.some((half) => not(half.allowsGatewayTransit)), "the other half does not allow gateway transit"],
    [local.gateways.some(), "this network has a gateway of its own"],
    [remote.to.some((other) => not(other.gateways.some())), "the other network has no gateway"],
  ];
}
