import {
  all,
  called,
  type DedicatedService,
  defineRule,
  is,
  listed,
  no,
  not,
  type Placement,
  shown,
  yes,
} from "isolint";

export default defineRule<Placement>({
  title: "A service lies in a subnet that is not called what it has to be",
  levels: { recommended: "error", strict: "error" },
  why: "Gateways, firewalls, Bastion and route servers go into a subnet of a fixed name only. Azure refuses any other, and gives the reserved one its special rules.",
  remedy: "Call the subnet what the service asks for.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-for-azure-services"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7"] },
  statements: [7],
  judges: ({ network }) => network.placements.filter(({ ways }) => namesOf([...ways]).length > 0),
  check: ({ resource, subnet, ways, spot }) => {
    return {
      fails: all(
        ways.some(({ subnet: { requiredName } }) => (requiredName === undefined ? no() : yes())),
        () =>
          ways.every(({ subnet: { requiredName } }) =>
            requiredName === undefined ? no() : subnet.to.some(({ name }) => not(is(name, requiredName))),
          ),
      ),
      tell: () => {
        const [lies] = subnet.to;
        const [service] = ways;
        return {
          at: spot,
          because: [subnet.value],
          message: `${service?.name ?? "The service"} ${called(resource)} lies in subnet ${lies ? called(lies.resource) : shown(subnet.value)}, but needs one called ${listed(namesOf([...ways]))}.`,
          related: lies ? [{ message: "the subnet", at: { resource: lies.resource, path: "name" } }] : [],
        };
      },
    };
  },
});

function namesOf(ways: readonly DedicatedService[]): readonly string[] {
  return [...new Set(ways.flatMap(({ subnet }) => subnet.requiredName ?? []))];
}
