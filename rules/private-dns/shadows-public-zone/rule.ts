import {
  called,
  decided,
  defineRule,
  isString,
  judge,
  knownZones,
  type Network,
  type PrivateZone,
  shown,
  unknown,
} from "isolint";

export default defineRule<PrivateZone>({
  title: "A private DNS zone hides a public zone of Azure",
  levels: { recommended: "error", strict: "error" },
  why: "A linked private zone answers for every name below it. One that is called like the public zone itself makes every other instance of the service, also those of other teams and of Azure, unknown in the networks that it is linked to.",
  remedy: "Use the privatelink zone of the service: the public name leads there by itself.",
  links: [
    "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
    "https://learn.microsoft.com/azure/private-link/private-endpoint-overview#dns-configuration",
  ],
  controls: { mcsb: ["NS-2", "NS-10"], nist: ["SC-7"] },
  statements: [13, 14, 23],
  judges: ({ network }) => network.privateZones,
  check: ({ resource, name }, { network }) => {
    const zones = shadowed(network);
    return {
      fails: judge(name, (leaf) =>
        isString(leaf)
          ? decided(zones.has(leaf.value.toLowerCase()))
          : unknown(`which zone ${shown(leaf)} is`, leaf.origin?.span),
      ),
      tell: () => {
        const wanted = isString(name) ? zones.get(name.value.toLowerCase()) : undefined;
        return {
          at: { resource, path: "name" },
          because: [name],
          message: `Private zone ${called(resource)} is called like the public zone: every name below it that it does not hold stops resolving${wanted ? `. The private zone is ${wanted}` : ""}.`,
          ...(wanted && { remedy: `Name the zone ${wanted}.` }),
        };
      },
    };
  },
});

/** Public zones by name, each with the private zone that belongs to it. Those with placeholders are nobody's public zone. */
function shadowed({ settings }: Network): ReadonlyMap<string, string> {
  const known = knownZones(settings.cloud);
  const pairs = [...known]
    .filter((zone) => zone.includes("privatelink.") && !zone.includes("{"))
    .map((zone) => [zone.replace("privatelink.", ""), zone] as const);
  return new Map(pairs.filter(([hidden]) => !known.has(hidden)));
}
