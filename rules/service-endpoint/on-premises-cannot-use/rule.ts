import {
  all,
  any,
  called,
  defineRule,
  listed,
  no,
  not,
  type Ranges,
  type Service,
  type Truth,
  unknown,
  yes,
} from "isolint";

export default defineRule<Service>({
  title: "On-premises cannot reach a service that admits only subnets",
  levels: { recommended: "warning", strict: "error", hybrid: "error" },
  why: "Service endpoints work for subnets of virtual networks alone. Traffic from on-premises arrives with its public address, also when it is connected by VPN or ExpressRoute, and the firewall refuses it.",
  remedy:
    "Give the service a private endpoint that on-premises can resolve and reach, or admit the public addresses under which on-premises goes out to the internet.",
  links: [
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview#secure-azure-services-to-virtual-networks",
    "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
  ],
  controls: { mcsb: ["NS-2", "NS-9"], nist: ["SC-7"] },
  statements: [26, 35],
  judges: ({ network }) =>
    network.services.filter(
      ({ firewall, serviceEndpoint }) => serviceEndpoint !== undefined && firewall.networkRules.size > 0,
    ),
  check: (service, { network }) => {
    const { resource, label, firewall, exposure } = service;
    const { onPremises } = network;
    const subnets = [...firewall.networkRules].flatMap((rule) => rule.subnet.to.seen.map(({ is }) => is));
    const expected =
      onPremises.state === "expected"
        ? yes()
        : any(...subnets.map((subnet) => onPremises.serves(subnet.network)));
    const [rule] = [...firewall.networkRules];
    return {
      fails: all(
        expected,
        () => firewall.networkRules.some((one) => one.allows),
        firewall.isOn,
        not(exposure.open),
        not(service.hasPrivateEndpoint),
        () => not(admitsEgress(service, onPremises.egress)),
      ),
      tell: () => {
        const entry = onPremises.entries.seen[0]?.is.resource;
        return {
          at: rule?.spot ?? { resource },
          because: rule ? [rule.subnet.value] : [],
          message: `${label} ${called(resource)} admits ${listed(
            subnets.map((subnet) => `subnet ${called(subnet.resource)}`),
            3,
          )} by service endpoint, which on-premises cannot use, and has no private endpoint.`,
          ...(entry && { related: [{ message: "on-premises comes in here", at: { resource: entry } }] }),
        };
      },
    };
  },
});

/** Whether the firewall's address rules let in everything under which on-premises appears. */
function admitsEgress({ firewall }: Service, egress: Ranges | undefined): Truth {
  if (egress) return firewall.admits(egress);
  if (firewall.addressRules.size === 0) return no();
  return unknown(
    "whether the admitted addresses are those of on-premises (declare network.onPremisesEgress)",
  );
}
