import { all, called, defineRule, isFalse, isTrue, no, not, type Service } from "isolint";

export default defineRule<Service>({
  title: "A service can be reached from the internet",
  levels: { recommended: "error", strict: "error" },
  why: "A public address that admits everyone leaves identity as the only line of defence: a leaked key or token works from anywhere.",
  remedy:
    "Turn public network access off and reach the service over a private endpoint, or let its firewall deny by default and admit only the networks that need it.",
  links: [
    "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
    "https://learn.microsoft.com/security/benchmark/azure/mcsb-v2-network-security",
  ],
  controls: { mcsb: ["NS-2"], cis: ["4.6", "4.7", "5.1.7", "5.4.1"], nist: ["SC-7", "AC-4"] },
  statements: [17],
  judges: ({ network, strict }) =>
    network.services.filter(
      ({ judged, firewall }) =>
        firewall.switch !== undefined && (judged === "generally" || (strict && judged === "management")),
    ),
  check: (service, { strict }) => {
    const { exposure, resource, label } = service;
    // Where a rule of the firewall lets everyone in, `firewall-open-range` speaks of that rule.
    const open = isFalse(service.firewall.admitsByDefault) ? no() : exposure.open;
    // Beside a private endpoint and limited to selected networks, `left-on-beside-private-endpoint` speaks.
    const leftOn = isTrue(service.hasPrivateEndpoint)
      ? all(exposure.selected, service.hasPrivateEndpoint)
      : no();
    return {
      fails: all(service.canClose, strict ? all(not(exposure.privateOnly), not(leftOn)) : open),
      tell: () => {
        const { spot, value, note } = exposure.decides;
        const endpoint = service.privateEndpoints.sure[0]?.endpoint.resource;
        return {
          at: spot,
          because: [value],
          message:
            isTrue(exposure.open) || !strict
              ? `${label} ${called(resource)} is open to the internet: ${note}.${endpoint ? ` Its private endpoint ${called(endpoint)} does not change that.` : ""}`
              : `${label} ${called(resource)} has public network access on: ${note}.`,
          ...(endpoint && {
            related: [
              { message: "it can be reached privately by this endpoint", at: { resource: endpoint } },
            ],
            remedy: "Turn public network access off: its clients can use the private endpoint.",
          }),
        };
      },
    };
  },
});
