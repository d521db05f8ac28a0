import { all, any, called, defineRule, isTrue, listed, not, type Service } from "isolint";
import { usesOf } from "../uses.ts";

export default defineRule<Service>({
  title: "A service that takes private endpoints has none",
  levels: { recommended: "info", strict: "warning" },
  why: "Without a private endpoint the service is reached over its public address, or not at all once that is closed.",
  remedy:
    "Give the service a private endpoint in the network of its clients, with the zone that makes its name resolve to it.",
  links: ["https://learn.microsoft.com/azure/private-link/private-endpoint-overview"],
  controls: { mcsb: ["NS-2"], cis: ["3.3.7", "4.9", "5.4.2"], nist: ["SC-7"] },
  statements: [11, 12],
  judges: ({ network }) => network.services.filter(({ supportsPrivateLink }) => supportsPrivateLink),
  check: (service, { network, strict }) => {
    const { resource, firewall } = service;
    const nobody = () =>
      all(service.exposure.privateOnly, () =>
        not(firewall.networkRules.some((rule) => all(firewall.isOn, rule.allows))),
      );
    // Of a closed account whose parts the code uses, `uncovered-subresource` says which of them nobody reaches.
    const told = () =>
      all(not(firewall.isOn), any(...usesOf(service, network.graph).map(({ child }) => child.exists)));
    return {
      fails: all(
        not(service.privateEndpoints.some()),
        () => not(service.hasManagedEndpoint),
        () => not(service.injected),
        ...(strict ? [] : [nobody, () => not(told())]),
      ),
      tell: () => {
        // The switch may be on while no rule lets anyone in: what closes the service is then not the switch.
        const { label, groups } = service;
        const admitsNobody = !strict && isTrue(firewall.isOn);
        return {
          at: { resource },
          because: admitsNobody ? [] : [service.exposure.decides.value],
          message: `${label} ${called(resource)} has no private endpoint${strict ? "." : `, and ${admitsNobody ? "its firewall admits nobody" : "its public side is closed"}: nothing can reach it.`}`,
          ...(groups.length > 0 && {
            remedy: `Give it a private endpoint for ${listed(
              groups.map((group) => `'${group}'`),
              4,
            )}.`,
          }),
        };
      },
    };
  },
});
