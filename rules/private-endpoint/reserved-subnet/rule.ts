import {
  any,
  called,
  decided,
  defineRule,
  delegation,
  isFalse,
  isString,
  judge,
  type PrivateEndpoint,
  type Subnet,
  shown,
  type Truth,
  unknown,
} from "isolint";

export default defineRule<PrivateEndpoint>({
  title: "A private endpoint lies in a subnet that is not for it",
  levels: { recommended: "error", strict: "error" },
  why: "Subnets reserved for gateways, firewalls, Bastion or route servers take nothing else, and most delegated subnets belong to one service alone. Azure refuses the endpoint there.",
  remedy: "Put the endpoint into an ordinary subnet, best one for endpoints alone.",
  links: ["https://learn.microsoft.com/azure/private-link/private-endpoint-overview"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [7, 11],
  judges: ({ network }) => network.privateEndpoints,
  check: (endpoint) => {
    const [subnet] = endpoint.subnet.to;
    return {
      fails: endpoint.subnet.to.some(isTaken),
      tell: () => ({
        at: { resource: endpoint.resource, path: "properties.subnet.id" },
        because: [endpoint.subnet.value],
        message: `Private endpoint ${called(endpoint.resource)} lies in subnet ${subnet ? called(subnet.resource) : shown(endpoint.subnet.value)}, which is ${subnet ? reason(subnet) : "taken"}.`,
        related: subnet ? [{ message: "the subnet", at: { resource: subnet.resource } }] : [],
      }),
    };
  },
});

function isTaken(subnet: Subnet): Truth {
  return any(
    decided(subnet.reserved !== undefined),
    subnet.delegations.some(({ service }) =>
      judge(service, (leaf) => {
        if (!isString(leaf)) return unknown(`what ${shown(leaf)} shares its subnet with`, leaf.origin?.span);
        return decided(delegation(leaf.value)?.otherResources === false);
      }),
    ),
  );
}

function reason({ reserved, delegations }: Subnet): string {
  if (reserved !== undefined) return `reserved for the ${reserved.replace("-", " ")}`;
  const [taken] = [...delegations].filter(({ service }) => !isFalse(decided(isString(service))));
  return taken ? `delegated to ${shown(taken.service)}, which shares it with nothing` : "delegated";
}
