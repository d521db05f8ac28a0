import { all, called, defineRule, isString, judge, no, shown, unknown, yes, type ZoneLink } from "isolint";

export default defineRule<ZoneLink>({
  title: "Machines register themselves in a private link zone",
  levels: { recommended: "warning", strict: "warning" },
  why: "Registration writes the name of every machine of the network into the zone, beside the records of private endpoints. A machine that is called like a service instance takes over its name, and a network can register in one zone only.",
  remedy: "Turn registration off, and give machines a zone of their own.",
  links: [
    "https://learn.microsoft.com/azure/dns/private-dns-autoregistration",
    "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
  ],
  controls: { mcsb: ["NS-10"], nist: ["SC-7", "CM-7"] },
  statements: [14],
  judges: ({ network }) => network.privateZones.flatMap(({ links }) => [...links]),
  check: ({ resource, zone, registers }) => ({
    fails: all(registers, () =>
      judge(zone.name, (leaf) => {
        if (!isString(leaf)) return unknown(`which zone ${shown(leaf)} is`, leaf.origin?.span);
        return /(^|\.)privatelink[.-]/i.test(leaf.value) ? yes() : no();
      }),
    ),
    tell: () => ({
      at: { resource, path: "properties.registrationEnabled" },
      because: [resource.get("properties.registrationEnabled")],
      message: `Link ${called(resource)} registers the machines of its network in ${shown(zone.name)}, which is for private endpoints.`,
      related: [{ message: "the zone", at: { resource: zone.resource } }],
    }),
  }),
});
