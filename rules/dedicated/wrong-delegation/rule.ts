import {
  any,
  called,
  type DedicatedService,
  dedicatedService,
  defineRule,
  is,
  listed,
  not,
  type Resource,
  type Spot,
  type Subnet,
  shown,
  type Truth,
} from "isolint";

interface Judged {
  readonly resource: Resource;
  readonly service: DedicatedService;
  readonly subnet: Subnet;
  readonly spot: Spot;
}

export default defineRule<Judged>({
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
  judges: function* ({ network }) {
    for (const subnet of network.subnets) {
      for (const occupant of subnet.occupants) {
        const service = occupant.kind === "service" ? dedicatedService(occupant.service) : undefined;
        if (service && "spot" in occupant)
          yield { resource: occupant.resource, service, subnet, spot: occupant.spot };
      }
    }
  },
  check: ({ resource, service, subnet, spot }) => {
    const needed = service.delegation.services ?? [];
    const written = [...subnet.delegations].map((delegation) => shown(delegation.service));
    return {
      fails: isWrong(service, subnet),
      at: spot,
      message: () =>
        `${service.name} ${called(resource)} lies in subnet ${called(subnet.resource)}, which is ${written.length === 0 ? "not delegated" : `delegated to ${listed(written)}`}; it needs ${
          needed.length === 0 || service.delegation.requirement === "forbidden"
            ? "a subnet without delegation"
            : `a delegation to ${listed(needed)}`
        }.`,
      related: [
        { message: "the subnet", at: [...subnet.delegations][0]?.spot ?? { resource: subnet.resource } },
      ],
    };
  },
});

function isWrong(service: DedicatedService, subnet: Subnet): Truth {
  const { requirement, services = [] } = service.delegation;
  const toNeeded = subnet.delegations.some((delegation) =>
    any(...services.map((name) => is(delegation.service, name))),
  );
  const toOther = subnet.delegations.some((delegation) =>
    not(any(...services.map((name) => is(delegation.service, name)))),
  );
  switch (requirement) {
    case "required":
      return any(not(toNeeded), toOther);
    case "optional":
    case "platform":
      return toOther;
    case "forbidden":
    case "none":
      return subnet.delegations.some();
  }
}
