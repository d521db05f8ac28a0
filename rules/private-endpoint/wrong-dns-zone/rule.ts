import {
  all,
  any,
  called,
  decided,
  defineRule,
  isString,
  isTrue,
  judge,
  listed,
  no,
  not,
  shown,
  type Truth,
  unknown,
  type Value,
  type ZoneGroup,
  zoneMatches,
} from "isolint";

export default defineRule<ZoneGroup>({
  title: "A private endpoint registers in zones that its service does not use",
  levels: { recommended: "error", strict: "error" },
  why: "Clients ask for the service's own host name, and only one zone makes that name private. A record in any other zone is never asked for: the name keeps resolving to the public address.",
  remedy: "Put the zone of the target's sub-resource into the zone group.",
  links: ["https://learn.microsoft.com/azure/private-link/private-endpoint-dns"],
  controls: { mcsb: ["NS-2", "NS-10"], nist: ["SC-7"] },
  statements: [13, 14],
  judges: ({ network }) => network.privateEndpoints.flatMap(({ zoneGroups }) => [...zoneGroups]),
  check: (group) => {
    const needed = [
      ...new Set(group.endpoint.connections.flatMap(({ requiredZones = [] }) => requiredZones)),
    ];
    return {
      fails: any(...needed.map((zone) => not(isListed(group, zone)))),
      tell: () => {
        const missing = needed.filter((zone) => !isTrue(isListed(group, zone)));
        const names = group.zones.flatMap(({ to }) => [...to].map(({ name }) => shown(name)));
        return {
          at: { resource: group.resource, path: "properties.privateDnsZoneConfigs" },
          because:
            group.zones.length > 0
              ? group.zones.map(({ value }) => value)
              : [group.resource.get("properties.privateDnsZoneConfigs")],
          message: `Private endpoint ${called(group.endpoint.resource)} registers in ${names.length > 0 ? listed(names) : "no zone"}, but its target resolves through ${listed(missing)}.`,
          remedy: `Add the private zone ${listed(missing)} to the zone group.`,
        };
      },
    };
  },
});

/** Whether one of the group's zones has this name; names of the catalogue may hold placeholders. */
function isListed({ zones }: ZoneGroup, wanted: string): Truth {
  return any(
    ...zones.map(({ to, isSet }) =>
      all(
        isSet,
        any(
          to.some(({ name }) => isZone(name, wanted)),
          to.size === 0 ? unknown("which zone is meant") : no(),
        ),
      ),
    ),
  );
}

function isZone(name: Value, wanted: string): Truth {
  return judge(name, (leaf) =>
    isString(leaf)
      ? decided(zoneMatches(leaf.value, wanted))
      : unknown(`whether ${shown(leaf)} is ${wanted}`, leaf.origin?.span),
  );
}
