import {
  all,
  any,
  called,
  decided,
  defineRule,
  type EndpointConnection,
  equal,
  isFalse,
  isString,
  isTrue,
  Members,
  no,
  type PrivateEndpoint,
  Referrers,
  type Resource,
  shown,
  type Truth,
  zoneMatches,
} from "isolint";

interface Later {
  readonly resource: PrivateEndpoint["resource"];
  readonly endpoint: PrivateEndpoint;
  /** Endpoints of the same target that are declared before it. */
  readonly earlier: readonly PrivateEndpoint[];
}

export default defineRule<Later>({
  title: "Two private endpoints write the same record into one zone",
  levels: { recommended: "warning", strict: "warning" },
  why: "A zone holds one address for a name. The second endpoint of the same resource replaces the address of the first: clients of the first network are sent to an endpoint that they may not reach, and when either is deleted the record is gone.",
  remedy: "Let one endpoint serve all networks that share the zone, or give each network a zone of its own.",
  links: [
    "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
    "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
  ],
  controls: { mcsb: ["NS-2", "NS-10"], nist: ["SC-7"] },
  statements: [13, 14],
  judges: function* ({ network }) {
    const before = new Referrers<PrivateEndpoint>();
    for (const endpoint of network.privateEndpoints) {
      const targets = targetsOf(endpoint);
      const earlier = before.of(targets).filter((one) => !isFalse(sharesTarget(one, endpoint)));
      if (earlier.length > 0) yield { resource: endpoint.resource, endpoint, earlier };
      before.add(endpoint, targets);
    }
  },
  check: ({ endpoint, earlier }) => {
    const conflicts = earlier
      .map((one) => ({ one, holds: all(one.resource.exists, collide(one, endpoint)) }))
      .filter(({ holds }) => !isFalse(holds));
    return {
      fails: any(...conflicts.map(({ holds }) => holds)),
      tell: () => {
        const worst = conflicts.find(({ holds }) => isTrue(holds)) ?? conflicts[0];
        const [zone] = endpoint.zones;
        return {
          because: [],
          message: `Private endpoint ${called(endpoint.resource)} writes the same record into ${zone ? shown(zone.name) : "the zone"} as ${worst ? called(worst.one.resource) : "another one"}: only one of the two addresses stays.`,
          related: worst ? [{ message: "the other endpoint", at: { resource: worst.one.resource } }] : [],
        };
      },
    };
  },
});

function targetsOf({ connections }: PrivateEndpoint): Members<Resource> {
  return connections.reduce((all, { target }) => all.and(target.to), new Members<Resource>([]));
}

function sharesTarget(a: PrivateEndpoint, b: PrivateEndpoint): Truth {
  return any(...a.connections.flatMap((one) => b.connections.map((other) => sameTarget(one, other))));
}

function sameTarget(a: EndpointConnection, b: EndpointConnection): Truth {
  return a.target.to.some((one) => b.target.to.some((other) => decided(one === other)));
}

function collide(a: PrivateEndpoint, b: PrivateEndpoint): Truth {
  const shared = a.zones.seen.flatMap(({ is: zone, holds }) =>
    b.zones.seen
      .filter(({ is: other }) => other.resource === zone.resource)
      .map((other) => ({ zone, holds: all(holds, other.holds) })),
  );
  return any(
    ...shared.flatMap(({ zone, holds }) =>
      a.connections.flatMap((one) =>
        b.connections.map((other) =>
          all(
            holds,
            sameTarget(one, other),
            any(sameGroup(one, other), isForeign(zone.name, one), isForeign(zone.name, other)),
          ),
        ),
      ),
    ),
  );
}

function sameGroup({ groupIds: a }: EndpointConnection, { groupIds: b }: EndpointConnection): Truth {
  return a.length === 0 && b.length === 0
    ? decided(true)
    : any(...a.flatMap((one) => b.map((other) => equal(one, other))));
}

/** In a zone that is not its group's, an endpoint writes the plain name of its target, as any other group does. */
function isForeign(zone: PrivateEndpoint["location"], { requiredZones }: EndpointConnection): Truth {
  if (!requiredZones || !isString(zone)) return no();
  return decided(!requiredZones.some((needed) => zoneMatches(zone.value, needed)));
}
