import {
  all,
  any,
  called,
  type DedicatedService,
  decided,
  defineRule,
  is,
  isFalse,
  isTrue,
  isUnset,
  no,
  not,
  type Placement,
  type Subnet,
  type Truth,
  unknown,
} from "isolint";

export default defineRule<Subnet>({
  title: "A subnet is too small for the service in it",
  levels: { recommended: "error", strict: "error" },
  why: "Services take an address for each instance, further ones while they are updated, and Azure keeps five. A subnet below the minimum is refused; one below the recommended size cannot be enlarged while the service lies in it.",
  remedy: "Give the service a larger subnet.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-for-azure-services"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "CP-2"] },
  statements: [7],
  judges: ({ network }) =>
    network.subnets.filter(({ occupants }) =>
      [...occupants].some(
        (one) => one.kind === "service" && [...one.placement.ways].some((way) => leastOf(way) !== undefined),
      ),
    ),
  check: (subnet) => {
    const below = any(...wishes(subnet).map(({ isBelow }) => isBelow));
    const under = any(...wishes(subnet).map(({ isUnder }) => isUnder));
    return {
      fails: any(below, under),
      tell: () => {
        const refused = isTrue(below) || (!isTrue(under) && !isFalse(below));
        return {
          at: {
            resource: subnet.resource,
            path: isUnset(subnet.resource.get("properties.addressPrefix"))
              ? "properties.addressPrefixes"
              : "properties.addressPrefix",
          },
          because: subnet.prefixes.values,
          ...(!refused && { severity: "info" }),
          message: messageOf(subnet, refused),
        };
      },
    };
  },
});

interface Wish {
  readonly placement: Placement;
  readonly way: DedicatedService;
  /** Below what the service needs, and below what it should have. */
  readonly isBelow: Truth;
  readonly isUnder: Truth;
}

function leastOf({ subnet }: DedicatedService): number | undefined {
  return subnet.minPrefix ?? subnet.recommendedPrefix;
}

function wishes(subnet: Subnet): readonly Wish[] {
  return subnet.occupants.seen.flatMap(({ is: one, holds }) =>
    one.kind !== "service"
      ? []
      : one.placement.ways.seen.map(({ is: way, holds: applies }) => ({
          placement: one.placement,
          way,
          isBelow: all(holds, applies, isBelowMinimum(subnet, way, one.placement)),
          isUnder: all(holds, applies, isSmaller(subnet, way.subnet.recommendedPrefix)),
        })),
  );
}

/** A tier may do with less: an exception that names the tier counts, one that nobody can see does not. */
function isBelowMinimum(subnet: Subnet, { subnet: needs }: DedicatedService, placement: Placement): Truth {
  const excused = (needs.minPrefixExceptions ?? []).map(({ when, prefix }) => {
    const tier = /^sku\.name (\w+)$/.exec(when)?.[1];
    if (tier === undefined) return no();
    return all(is(placement.resource.get("properties.sku.name"), tier), not(isSmaller(subnet, prefix)));
  });
  return all(isSmaller(subnet, needs.minPrefix), ...excused.map(not));
}

const FIRST_IPV6 = 1n << 32n;

function isSmaller({ prefixes }: Subnet, prefix: number | undefined): Truth {
  if (prefix === undefined) return no();
  const four = prefixes.known.list.filter(({ first }) => first < FIRST_IPV6);
  const size = four.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  if (size >= 1n << BigInt(32 - prefix)) return decided(false);
  const [open] = prefixes.unknown;
  return open || size === 0n ? unknown("how large the subnet is", open?.origin?.span) : decided(true);
}

function messageOf(subnet: Subnet, refused: boolean): string {
  const all_ = wishes(subnet);
  const lack = ({ isBelow, isUnder }: Wish): Truth => (refused ? isBelow : isUnder);
  const wish = all_.find((one) => isTrue(lack(one))) ?? all_.find((one) => !isFalse(lack(one))) ?? all_[0];
  const prefix = refused ? wish && leastOf(wish.way) : wish?.way.subnet.recommendedPrefix;
  const has = subnet.prefixes.known.isEmpty ? "" : ` (${subnet.prefixes.known})`;
  return `Subnet ${called(subnet.resource)}${has} is smaller than /${prefix}, which ${wish?.way.name ?? "the service"} ${wish ? called(wish.placement.resource) : ""} ${refused ? "needs at least" : "should have"}.`;
}
