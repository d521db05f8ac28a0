import { called, defineRule, shown, type ZoneLink } from "isolint";

export default defineRule<ZoneLink>({
  title: "A name that a private zone lacks is asked on the internet",
  levels: { recommended: "off", strict: "warning" },
  why: "With the fallback, a record that is missing or was deleted does not break anything: clients quietly go to the public address. Isolation then fails without a sign.",
  remedy: "Leave the resolution policy on Default, and put the missing record into the zone.",
  links: ["https://learn.microsoft.com/azure/dns/private-dns-fallback"],
  controls: { mcsb: ["NS-2", "NS-10"], nist: ["SC-7"] },
  statements: [13, 14],
  judges: ({ network }) => network.privateZones.flatMap(({ links }) => [...links]),
  check: ({ resource, zone, fallsBack }) => ({
    fails: fallsBack,
    tell: () => ({
      at: { resource, path: "properties.resolutionPolicy" },
      because: [resource.get("properties.resolutionPolicy")],
      message: `Link ${called(resource)} lets names that ${shown(zone.name)} lacks resolve on the internet: a missing record leads to the public address.`,
      related: [{ message: "the zone", at: { resource: zone.resource } }],
    }),
  }),
});
