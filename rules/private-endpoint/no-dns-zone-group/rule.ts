import {
  all,
  any,
  called,
  defineRule,
  describe,
  isOneOf,
  type Network,
  no,
  not,
  type PrivateEndpoint,
  type Truth,
  unknown,
  yes,
} from "isolint";

export default defineRule<PrivateEndpoint>({
  title: "A private endpoint has no DNS zone group, so its names keep resolving to public addresses",
  levels: { recommended: "error", strict: "error" },
  why: "Clients choose the path by DNS: the same host name has to resolve to the endpoint's address. Without a zone group nothing writes that record, and clients go on using the service's public address, or reach nothing once it is closed.",
  remedy: "Attach a DNS zone group with the service's privatelink zone to the endpoint.",
  links: [
    "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
    "https://learn.microsoft.com/azure/private-link/private-endpoint-dns-integration",
  ],
  controls: { mcsb: ["NS-2", "NS-10"], nist: ["SC-7"] },
  statements: [13, 14],
  judges: ({ network }) => network.privateEndpoints,
  check: (endpoint, { network }) => ({
    fails: all(
      not(endpoint.hasZoneGroup),
      () => needsZone(endpoint),
      () => not(hasRecord(endpoint)),
      () => not(isMadeElsewhere(endpoint, network)),
    ),
    tell: () => ({
      at: { resource: endpoint.resource },
      message: `Private endpoint ${called(endpoint.resource)} has no DNS zone group: nothing makes ${targetText(endpoint)} resolve to it.`,
      ...remedyFor(endpoint),
    }),
  }),
});

/**
 * A target without a documented zone, such as somebody's own Private Link service, has no name to resolve. Where the group is not
 * known, or the target has no such group, the endpoint needs a zone when every group of the target does.
 */
function needsZone({ connections }: PrivateEndpoint): Truth {
  return any(
    ...connections.map(({ possibleZones, target, groupIds }) => {
      if (possibleZones.length > 0 && possibleZones.every((zones) => zones.length > 0)) return yes();
      const isKnown = target.to.size > 0 && groupIds.every((group) => group.kind === "literal");
      return isKnown
        ? no()
        : unknown(`which zone ${describe(target.value)} needs`, target.value.origin?.span);
    }),
  );
}

/** An A record in a zone that the target needs does what a zone group does. */
function hasRecord(endpoint: PrivateEndpoint): Truth {
  return endpoint.records.some(({ zone }) => isOneOf(zone.name, zonesOf(endpoint)));
}

function isMadeElsewhere(endpoint: PrivateEndpoint, { settings, privateZones }: Network): Truth {
  if (settings.privateDns === "policy") return yes();
  if (settings.privateDns === "code") return no();
  const declared = privateZones.filter(({ resource }) => resource.mode === "declared");
  if (declared.length === 0) return yes();
  const zones = zonesOf(endpoint);
  return not(any(...declared.map(({ name }) => isOneOf(name, zones))));
}

function zonesOf({ connections }: PrivateEndpoint): readonly string[] {
  return connections.flatMap(({ possibleZones }) => possibleZones.flat());
}

function targetText({ connections }: PrivateEndpoint): string {
  const [target] = connections.flatMap(({ target: { to } }) => [...to]);
  return target ? `the host name of ${called(target)}` : "its target's host name";
}

function remedyFor({ connections }: PrivateEndpoint): { readonly remedy?: string } {
  const zones = [...new Set(connections.flatMap(({ requiredZones = [] }) => requiredZones))];
  if (zones.length === 0) return {};
  return { remedy: `Attach a DNS zone group to the endpoint with the private zone ${zones.join(" and ")}.` };
}
