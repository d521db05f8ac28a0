import {
  all,
  any,
  called,
  decided,
  defineRule,
  isFalse,
  isString,
  isTrue,
  keyOf,
  type PrivateZone,
  shown,
  type Truth,
  unknown,
  type VirtualNetwork,
} from "isolint";

interface Twins {
  readonly a: PrivateZone;
  readonly b: PrivateZone;
  readonly holds: Truth;
}

export default defineRule<VirtualNetwork>({
  title: "A network is linked to two private DNS zones of one name",
  levels: { recommended: "error", strict: "error" },
  why: "Azure links a network to one zone of a name only. With two, the second link is refused, and the records of the zone that stays outside never resolve here.",
  remedy: "Keep one zone of each name and let every endpoint register in it.",
  links: [
    "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
    "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
  ],
  controls: { mcsb: ["NS-2", "NS-10"], nist: ["SC-7"] },
  statements: [13, 14],
  judges: ({ network }) => network.virtualNetworks.filter(({ zoneLinks }) => zoneLinks.size > 0),
  check: (network) => {
    const twins = twinsOf(network);
    return {
      fails: any(...twins.map(({ holds }) => holds)),
      tell: () => {
        const shownTwins = twins.find(({ holds }) => isTrue(holds)) ?? twins[0];
        return {
          at: { resource: network.resource },
          message: shownTwins
            ? `${called(network.resource)} is linked to two zones named ${shown(shownTwins.a.name)}: only one of them answers.`
            : `${called(network.resource)} is linked to two zones of one name.`,
          related: shownTwins
            ? [
                { message: "one of the zones", at: { resource: shownTwins.a.resource } },
                { message: "the other", at: { resource: shownTwins.b.resource } },
              ]
            : [],
        };
      },
    };
  },
});

function twinsOf({ zoneLinks }: VirtualNetwork): readonly Twins[] {
  return zoneLinks.seen.flatMap(({ is: { zone: a }, holds: first }, at) =>
    zoneLinks.seen
      .slice(at + 1)
      .filter(({ is: { zone: b } }) => !isSame(a, b))
      .map(({ is: { zone: b }, holds: second }) => ({ a, b, holds: all(first, second, sameName(a, b)) }))
      .filter(({ holds }) => !isFalse(holds)),
  );
}

/** One zone that a loop deploys twice is still one. */
function isSame({ resource: a }: PrivateZone, { resource: b }: PrivateZone): boolean {
  return a === b || (a.span !== undefined && a.span === b.span && keyOf(a.name) === keyOf(b.name));
}

function sameName({ name: a }: PrivateZone, { name: b }: PrivateZone): Truth {
  return isString(a) && isString(b)
    ? decided(a.value.toLowerCase() === b.value.toLowerCase())
    : keyOf(a) === keyOf(b)
      ? decided(true)
      : unknown("which names the zones have");
}
