import { all, called, defineRule, not, type Service } from "isolint";

export default defineRule<Service>({
  title: "A service is secured by service endpoints where it could have a private endpoint",
  levels: { recommended: "off", strict: "warning" },
  why: "A service endpoint covers the whole service, leaves the public address in use and is out of reach from on-premises. A private endpoint leads to one instance by a private address, and lets the public side be closed.",
  remedy:
    "Give the service a private endpoint, turn public network access off, and take the subnet rules out.",
  links: ["https://learn.microsoft.com/azure/private-link/private-endpoint-overview"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [23, 30, 32, 33],
  judges: ({ network }) =>
    network.services.filter(
      ({ firewall, serviceEndpoint, supportsPrivateLink }) =>
        serviceEndpoint !== undefined && supportsPrivateLink && firewall.networkRules.size > 0,
    ),
  check: (service) => {
    const { resource, label, firewall } = service;
    return {
      fails: all(
        firewall.isOn,
        () => firewall.networkRules.some(({ allows }) => allows),
        not(service.exposure.open),
        () => not(service.privateEndpoints.some()),
      ),
      tell: () => {
        const [rule] = [...firewall.networkRules];
        return {
          at: rule?.spot ?? { resource },
          message: `${label} ${called(resource)} admits subnets by service endpoint: it keeps its public address in use, and it could have a private endpoint.`,
        };
      },
    };
  },
});
