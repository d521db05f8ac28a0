import { called, defineRule, listed, not, type PrivateZone, shown } from "isolint";

export default defineRule<PrivateZone>({
  title: "A private DNS zone is not linked where its endpoint is used",
  levels: { recommended: "error", strict: "error", hybrid: "error" },
  why: "A network asks only the private zones that are linked to it, or to the network of its DNS servers. Without the link, the name still resolves to the public address, and traffic goes there instead of to the private endpoint.",
  remedy: "Link the zone to the private endpoint's network, or to the network whose resolver answers for it.",
  links: [
    "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
    "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
  ],
  controls: { mcsb: ["NS-2", "NS-10"], nist: ["SC-7"] },
  statements: [13, 14],
  judges: ({ network }) => network.privateZones.filter((zone) => zone.usedBy.size > 0),
  check: (zone) => {
    return {
      fails: zone.usedBy.some((one) => not(one.network.some((home) => zone.answersIn(home)))),
      tell: () => {
        const endpoints = [...zone.usedBy];
        const networks = [...new Set(endpoints.flatMap((endpoint) => [...endpoint.network]))];
        const linked = [...zone.links].flatMap((link) => [...link.network.to]);
        const [endpoint] = endpoints;
        return {
          message: `Zone ${shown(zone.name)} holds the address of ${listed(
            [...new Set(endpoints.map((one) => called(one.resource)))],
            3,
          )}, but is ${
            linked.length === 0
              ? "linked to no network"
              : `linked only to ${listed(
                  linked.map((one) => called(one.resource)),
                  3,
                )}`
          }: in ${listed(networks.map((one) => called(one.resource)))} the name resolves to the public address.`,
          ...(endpoint && {
            related: [
              { message: "this endpoint registers in the zone", at: { resource: endpoint.resource } },
            ],
          }),
        };
      },
    };
  },
});
