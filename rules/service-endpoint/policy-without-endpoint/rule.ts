import { all, any, called, defineRule, isOneOf, not, type Subnet } from "isolint";

export default defineRule<Subnet>({
  title: "A service endpoint policy has nothing to act on",
  levels: { recommended: "warning", strict: "warning" },
  why: "A policy filters only what leaves over a service endpoint of its subnet. Without one, the accounts that it was meant to shut out stay reachable over the public way.",
  remedy: "Add the endpoint Microsoft.Storage to the subnet, or take the policy off.",
  links: [
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoint-policies-overview",
  ],
  controls: { mcsb: ["NS-1", "NS-2"], nist: ["SC-7", "AC-4"] },
  statements: [25],
  judges: ({ network }) =>
    network.subnets.filter(({ serviceEndpointPolicies }) => serviceEndpointPolicies.length > 0),
  check: ({ resource, serviceEndpointPolicies, serviceEndpoints }) => ({
    fails: all(any(...serviceEndpointPolicies.map(({ isSet }) => isSet)), () =>
      not(
        serviceEndpoints.some(({ service }) =>
          isOneOf(service, ["Microsoft.Storage", "Microsoft.Storage.Global"]),
        ),
      ),
    ),
    tell: () => ({
      at: { resource, path: "properties.serviceEndpointPolicies" },
      because: serviceEndpointPolicies.map(({ value }) => value),
      message: `Subnet ${called(resource)} has a service endpoint policy, but no service endpoint for storage on which it could act.`,
    }),
  }),
});
