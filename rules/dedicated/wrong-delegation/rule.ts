import {
  any,
  called,
  type DedicatedService,
  defineRule,
  is,
  listed,
  not,
  type Placement,
  type Subnet,
  shown,
  type Truth,
} from "isolint";

export default defineRule<Placement>({
  title: "A service lies in a subnet with the wrong delegation",
  levels: { recommended: "error", strict: "error" },
  why: "A service that needs a delegated subnet cannot be deployed without it: the delegation lets the service make its resources and set its network policies there. A delegation to another service keeps it out.",
  remedy: "Delegate the subnet to the service, or put the service into another subnet.",
  links: [
    "https://learn.microsoft.com/azure/virtual-network/subnet-delegation-overview",
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-for-azure-services",
  ],
  controls: { mcsb: ["NS-1"], nist: ["SC-7"] },
  statements: [9],
  judges: ({ network }) => network.placements.filter(({ ways }) => ways.size > 0),
  check: (placement) => {
    const { resource, subnet, ways, spot } = placement;
    return {
      fails: ways.some((way) => subnet.to.some((one) => isWrong(way, one))),
      tell: () => {
        const [lies] = subnet.to;
        const [service] = ways;
        const written = lies ? [...lies.delegations].map((delegation) => shown(delegation.service)) : [];
        const needed =
          service && service.delegation.requirement !== "forbidden"
            ? (service.delegation.services ?? [])
            : [];
        return {
          at: spot,
          because: [subnet.value],
          message: `${service?.name ?? "The service"} ${called(resource)} lies in subnet ${lies ? called(lies.resource) : shown(subnet.value)}, which is ${
            written.length === 0 ? "not delegated" : `delegated to ${listed(written)}`
          }; it needs ${needed.length === 0 ? "a subnet without delegation" : `a delegation to ${listed(needed)}`}.`,
          related: lies
            ? [{ message: "the subnet", at: [...lies.delegations][0]?.spot ?? { resource: lies.resource } }]
            : [],
        };
      },
    };
  },
});

function isWrong(service: DedicatedService, subnet: Subnet): Truth {
  const { requirement, services = [] } = service.delegation;
  const isNeeded = (delegation: Subnet["delegations"]["seen"][number]["is"]): Truth =>
    any(...services.map((name) => is(delegation.service, name)));
  switch (requirement) {
    case "required":
      return any(
        not(subnet.delegations.some(isNeeded)),
        subnet.delegations.some((one) => not(isNeeded(one))),
      );
    case "optional":
    case "platform":
      return subnet.delegations.some((one) => not(isNeeded(one)));
    case "forbidden":
    case "none":
      return subnet.delegations.some();
  }
}
