import {
  all,
  any,
  called,
  type DedicatedService,
  decided,
  defineRule,
  delegation,
  isFalse,
  isString,
  isTrue,
  keyOf,
  type Occupant,
  type Resource,
  type Subnet,
  type Truth,
} from "isolint";

interface Conflict {
  readonly alone: Occupant;
  readonly way: DedicatedService;
  readonly beside: Occupant;
  readonly holds: Truth;
}

/** Kinds of exclusiveness under which further instances of the same service are welcome. */
const SAME_SERVICE: ReadonlySet<string> = new Set(["sameServiceOnly", "gatewaysOnly"]);
const ALONE: ReadonlySet<string> = new Set([
  ...SAME_SERVICE,
  "dedicated",
  "oneEndpoint",
  "onePool",
  "sameWorkspaceOnly",
]);

export default defineRule<Subnet>({
  title: "A service shares a subnet that it needs for itself",
  levels: { recommended: "error", strict: "error" },
  why: "Services that make their own instances in a subnet count on its addresses, rules and routes. Most refuse a subnet that holds anything else; beside machines, rules meant for one reach the other.",
  remedy: "Give the service a subnet of its own.",
  links: [
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-for-azure-services#services-that-can-be-deployed-into-a-virtual-network",
    "https://learn.microsoft.com/azure/virtual-network/subnet-delegation-overview",
  ],
  controls: { mcsb: ["NS-1"], nist: ["SC-7"] },
  statements: [7],
  judges: ({ network }) => network.subnets.filter(({ occupants }) => [...occupants].some(isAlone)),
  check: (subnet) => {
    const conflicts = conflictsIn(subnet);
    return {
      fails: any(...conflicts.map(({ holds }) => holds)),
      tell: () => {
        const worst = conflicts.find(({ holds }) => isTrue(holds)) ?? conflicts[0];
        return {
          message: worst
            ? `Subnet ${called(subnet.resource)} holds ${worst.way.name} ${called(worst.alone.resource)}, which needs it for itself, and also ${called(worst.beside.resource)}.`
            : `Subnet ${called(subnet.resource)} holds more than the service that needs it for itself.`,
          because: [],
          related: worst
            ? [
                { message: "needs the subnet for itself", at: { resource: worst.alone.resource } },
                { message: "lies beside it", at: { resource: worst.beside.resource } },
              ]
            : [],
        };
      },
    };
  },
});

function isAlone(occupant: Occupant): boolean {
  return occupant.kind === "service" && [...occupant.placement.ways].some((way) => needsItself(way));
}

function needsItself({ subnet: { exclusive } }: DedicatedService): boolean {
  return exclusive !== undefined && ALONE.has(exclusive);
}

function conflictsIn(subnet: Subnet): readonly Conflict[] {
  const { seen } = subnet.occupants;
  return seen.flatMap(({ is: alone, holds }) =>
    alone.kind !== "service"
      ? []
      : alone.placement.ways.seen
          .filter(({ is: way }) => needsItself(way))
          .flatMap(({ is: way, holds: applies }) =>
            seen
              .filter(({ is }) => !isSame(is.resource, alone.resource) && isForThisRule(is, subnet))
              .map(({ is: beside, holds: lies }) => ({
                alone,
                way,
                beside,
                holds: all(holds, applies, lies, disturbs(way, beside)),
              }))
              .filter((one) => !isFalse(one.holds)),
          ),
  );
}

/** One resource that a loop deploys twice is still one. */
function isSame(a: Resource, b: Resource): boolean {
  return a === b || (a.span !== undefined && a.span === b.span && keyOf(a.name) === keyOf(b.name));
}

/** Private endpoints in reserved or delegated subnets are judged where they are declared. */
function isForThisRule({ kind }: Occupant, { reserved, delegations }: Subnet): boolean {
  if (kind !== "private-endpoint") return true;
  const shut = [...delegations].some(
    ({ service }) => isString(service) && delegation(service.value)?.otherResources === false,
  );
  return reserved === undefined && !shut;
}

function disturbs(way: DedicatedService, beside: Occupant): Truth {
  if (beside.kind !== "service") return decided(true);
  const welcome = beside.placement.ways.some((other) => decided(isWelcome(way, other)));
  return decided(isFalse(welcome));
}

/** Apps of one plan share its subnet; their plans are not compared. */
function isWelcome(way: DedicatedService, other: DedicatedService): boolean {
  const { exclusive } = way.subnet;
  const integrates = way.mode === "integration" && way.id === other.id;
  const same = way.type === other.type || (way.subnet.requiredName ?? "") === other.subnet.requiredName;
  return integrates || (exclusive !== undefined && SAME_SERVICE.has(exclusive) && same);
}
